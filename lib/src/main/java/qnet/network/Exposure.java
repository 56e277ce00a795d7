package qnet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qnet.run.Parallel;

/** Which pairs lose their keys if nodes are taken, whatever their routes. */
final class Exposure {
  private Exposure() {}

  static List<Pair> pairs(Network network, String... taken) {
    var graph = new Adjacency(network);
    boolean[] isTaken = new boolean[graph.size()];
    boolean[] blocked = new boolean[graph.size()];
    for (String id : taken) {
      int i = graph.indexOf("taken", id);
      isTaken[i] = true;
      blocked[i] = graph.node(i).seesKey();
    }
    var pairs = new ArrayList<Pair>();
    for (int s = 0; s < graph.size(); s++) {
      Parallel.checkInterrupt();
      if (!isTaken[s]) {
        boolean[] connected = graph.reachable(s, new boolean[graph.size()]);
        boolean[] safe = graph.reachable(s, blocked);
        String from = graph.node(s).id();
        IntStream.range(s + 1, graph.size())
            .filter(t -> connected[t] && !safe[t] && !isTaken[t])
            .forEach(t -> pairs.add(new Pair(from, graph.node(t).id())));
      }
    }
    return List.copyOf(pairs);
  }
}
