package qnet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/** One run of a {@link KeyRelay}: request after request, word after word. */
final class RelayRun {
  private static final int REQUESTS_PER_CHECK = 256;
  private static final int WORD_BITS = 64;
  private static final int WORDS_AT_ONCE = 64;

  private final KeyRelay relay;
  private final List<Demand> demands;
  private final List<Route> routes;
  private final Xoshiro256 random;
  private final KeyPool[] pools;
  private final PadStore[] pads;
  private final int[][] paths;
  private final long[] asked;
  private final long[] served;
  private final long[] wrong;
  private final long[] held;

  RelayRun(KeyRelay relay, List<Demand> demands, List<Route> routes, long run) {
    this.relay = relay;
    this.demands = demands;
    this.routes = routes;
    List<Edge> edges = relay.network().edges();
    random = Xoshiro256.stream(run, edges.size());
    pools = new KeyPool[edges.size()];
    pads = new PadStore[edges.size()];
    var indices = new HashMap<String, Integer>();
    for (int i = 0; i < edges.size(); i++) {
      double rate = edges.get(i).bitsPerSecond();
      pools[i] = new KeyPool(rate > 0 ? rate : 0, relay.poolBits());
      pads[i] = new PadStore(run, i);
      indices.put(edges.get(i).id(), i);
    }
    paths =
        routes.stream()
            .map(route -> route.edges().stream().mapToInt(e -> indices.get(e.id())).toArray())
            .toArray(int[][]::new);
    asked = new long[demands.size()];
    served = new long[demands.size()];
    wrong = new long[demands.size()];
    held = new long[Math.min(WORDS_AT_ONCE, (relay.keyBits() - 1) / WORD_BITS + 1)];
  }

  RelayReport until(double endS) {
    double[] upTo = new double[demands.size()];
    double total = 0;
    for (int d = 0; d < upTo.length; d++) {
      total += demands.get(d).bitsPerSecond() / relay.keyBits();
      upTo[d] = total;
    }
    double timeS = gap(total);
    for (int request = 0; timeS < endS; request++) {
      if (request % REQUESTS_PER_CHECK == 0) {
        Parallel.checkInterrupt();
      }
      serve(which(upTo, random.nextDouble() * total), timeS);
      timeS += gap(total);
    }
    return report(endS);
  }

  private double gap(double perSecond) {
    return -StrictMath.log(1 - random.nextDouble()) / perSecond;
  }

  private static int which(double[] upTo, double at) {
    int place = Arrays.binarySearch(upTo, at);
    return Math.min(place < 0 ? -place - 1 : place + 1, upTo.length - 1);
  }

  private void serve(int demand, double timeS) {
    asked[demand]++;
    int[] path = paths[demand];
    boolean enough = path.length > 0;
    for (int i : path) {
      pools[i].fillUntil(timeS);
      enough &= pools[i].holds(relay.keyBits());
    }
    if (!enough) {
      return;
    }
    for (int i : path) {
      pools[i].take(relay.keyBits());
    }
    boolean right = true;
    for (int bits = 0; bits < relay.keyBits(); bits += held.length * WORD_BITS) {
      random.fill(held);
      long[] secret = held.clone();
      for (int i : path) {
        pads[i].pass(held);
      }
      right &= Arrays.equals(secret, held);
    }
    served[demand]++;
    wrong[demand] += right ? 0 : 1;
  }

  private RelayReport report(double endS) {
    var rows = new ArrayList<PoolReport>();
    for (int i = 0; i < pools.length; i++) {
      pools[i].fillUntil(endS);
      rows.add(pools[i].report(relay.network().edges().get(i)));
    }
    return new RelayReport(
        IntStream.range(0, asked.length).mapToObj(d -> report(d, endS)).toList(), rows);
  }

  private DemandReport report(int d, double endS) {
    return new DemandReport(
        demands.get(d).from(),
        demands.get(d).to(),
        paths[d].length,
        asked[d],
        served[d],
        wrong[d],
        served[d] * (double) relay.keyBits() / endS,
        routes.get(d).reason());
  }
}
