package qnet.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;

/**
 * The kit's side of {@code bench/run.py}: reads names of workloads from standard input, and answers
 * each with its rate in operations per second. The first time a name comes, it is warmed up.
 */
public final class Side {
  private Side() {}

  public static void main(String[] arguments) throws IOException {
    Workloads workloads = Workloads.all();
    var warm = new HashSet<String>();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name = in.readLine(); name != null; name = in.readLine()) {
      if (warm.add(name)) {
        workloads.warmUp(name);
      }
      System.out.println(workloads.rate(name));
    }
  }
}
