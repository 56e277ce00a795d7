package qnet.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/** One run of a {@link SessionLoad}: a queue of sessions that will end. */
final class SessionRun {
  private static final int SESSIONS_PER_CHECK = 1024;
  private static final double WARM_UP_HOLDS = 10;

  private final double[] arrivalsPerHold;
  private final int[][] paths;
  private final int[] free;
  private final Xoshiro256 random;

  /** A session that will end; times in mean holding times. */
  private record Session(double endsAt, int demand) implements Comparable<Session> {
    @Override
    public int compareTo(Session other) {
      return Double.compare(endsAt, other.endsAt);
    }
  }

  SessionRun(SessionLoad load, List<Demand> demands, List<Route> routes, Xoshiro256 random) {
    this.random = random;
    var indices = new HashMap<String, Integer>();
    for (Edge edge : load.network().edges()) {
      indices.put(edge.id(), indices.size());
    }
    free =
        load.network().edges().stream()
            .mapToInt(edge -> (int) (edge.bitsPerSecond() / load.sessionBitsPerSecond()))
            .toArray();
    paths =
        routes.stream()
            .map(route -> route.edges().stream().mapToInt(e -> indices.get(e.id())).toArray())
            .toArray(int[][]::new);
    arrivalsPerHold = new double[demands.size()];
    Arrays.setAll(
        arrivalsPerHold, d -> demands.get(d).bitsPerSecond() / load.sessionBitsPerSecond());
  }

  /** The part of the sessions of each demand that is lost. */
  double[] lost(int sessions) {
    double total = Arrays.stream(arrivalsPerHold).sum();
    long[] offered = new long[paths.length];
    long[] blocked = new long[paths.length];
    var running = new PriorityQueue<Session>();
    double time = 0;
    for (int counted = 0; counted < sessions; ) {
      time += exponential() / total;
      while (!running.isEmpty() && running.peek().endsAt <= time) {
        change(running.poll().demand, 1);
      }
      int demand = which(random.nextDouble() * total);
      boolean fits = fits(demand);
      if (fits) {
        change(demand, -1);
        running.add(new Session(time + exponential(), demand));
      }
      if (time > WARM_UP_HOLDS) {
        offered[demand]++;
        blocked[demand] += fits ? 0 : 1;
        counted++;
      }
      if (counted % SESSIONS_PER_CHECK == 0) {
        Parallel.checkInterrupt();
      }
    }
    double[] part = new double[paths.length];
    Arrays.setAll(part, d -> (double) blocked[d] / Math.max(1, offered[d]));
    return part;
  }

  private double exponential() {
    return -StrictMath.log(1 - random.nextDouble());
  }

  private int which(double at) {
    int demand = 0;
    double upTo = arrivalsPerHold[0];
    while (demand < arrivalsPerHold.length - 1 && at >= upTo) {
      demand++;
      upTo += arrivalsPerHold[demand];
    }
    return demand;
  }

  private boolean fits(int demand) {
    boolean fits = paths[demand].length > 0;
    for (int i : paths[demand]) {
      fits &= free[i] > 0;
    }
    return fits;
  }

  private void change(int demand, int by) {
    for (int i : paths[demand]) {
      free[i] += by;
    }
  }
}
