package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Estimate;

class KeyRelayTest {
  private static final double HOUR_S = 3600;

  /** What is used must be what the served keys took, and nothing is lost or made of nothing. */
  @Test
  void keyIsConservedOnRandomSchedules() {
    var random = new SplittableRandom(5);
    long served = 0;
    long refused = 0;
    for (int schedule = 0; schedule < 60; schedule++) {
      var network = RandomNetworks.small(random);
      var demands = new ArrayList<Demand>();
      for (int d = 0; d <= random.nextInt(4); d++) {
        demands.add(new Demand("v0", "v1", 1 + 10 * random.nextDouble()));
      }
      int keyBits = 1 + random.nextInt(300);
      var relay =
          KeyRelay.over(network)
              .withKeyBits(keyBits)
              .withPoolBits(keyBits + random.nextInt(5000))
              .withMetric(RouteMetric.fewestLinks());
      double hours = 0.5 + random.nextDouble();
      var report = relay.simulate(demands, hours, random);
      long used = 0;
      for (int i = 0; i < report.pools().size(); i++) {
        var pool = report.pools().get(i);
        double rate = network.edges().get(i).bitsPerSecond();
        assertEquals(pool.leftBits(), pool.putBits() - pool.usedBits());
        assertEquals((long) ((rate > 0 ? rate : 0) * HOUR_S * hours), pool.madeBits());
        assertTrue(pool.putBits() <= pool.madeBits());
        assertTrue(0 <= pool.leftBits() && pool.leftBits() <= relay.poolBits());
        assertEquals(0, pool.usedBits() % keyBits);
        used += pool.usedBits();
      }
      long taken = 0;
      for (var demand : report.demands()) {
        taken += demand.servedKeys() * demand.links() * (long) keyBits;
        served += demand.servedKeys();
        refused += demand.askedKeys() - demand.servedKeys();
        assertEquals(0, demand.wrongKeys());
        assertEquals(
            demand.servedKeys() * keyBits / (hours * HOUR_S), demand.bitsPerSecond(), 1e-9);
      }
      assertEquals(taken, used);
    }
    assertTrue(served > 1000 && refused > 1000);
  }

  @Test
  void tooMuchDemandIsCutToTheWeakestSpan() {
    var chain = Network.chain(5, 50).withBitsPerSecond(4000);
    var edges = new ArrayList<>(chain.edges());
    edges.set(2, edges.get(2).withBitsPerSecond(1000));
    var relay = KeyRelay.over(new Network(chain.nodes(), edges));
    var demand = List.of(new Demand("n1", "n5", 3000));
    var row = relay.simulate(demand, 24, new SplittableRandom(1)).demands().get(0);
    assertEquals(1000, row.bitsPerSecond(), 1);
    assertEquals(1.0 / 3, row.servedFraction(), 0.005);
    assertEquals(3000.0 / 256 * 86_400, row.askedKeys(), 4 * Math.sqrt(3000.0 / 256 * 86_400));
    var little = List.of(new Demand("n1", "n5", 500));
    var all = relay.simulate(little, 24, new SplittableRandom(1)).demands().get(0);
    assertEquals(1, all.servedFraction(), 1e-4);
  }

  @Test
  void twoDemandsShareASpan() {
    var chain = Network.chain(3, 50).withBitsPerSecond(1000);
    var demands = List.of(new Demand("n1", "n2", 600), new Demand("n1", "n3", 1800));
    var rows = KeyRelay.over(chain).simulate(demands, 24, new SplittableRandom(2)).demands();
    assertEquals(1000, rows.get(0).bitsPerSecond() + rows.get(1).bitsPerSecond(), 1);
    assertEquals(0.25, rows.get(0).bitsPerSecond() / 1000, 0.01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 200, 2000})
  void aPoolOfOneKeyIsACounterWithDeadTime(double demandBitsPerSecond) {
    var link = Network.chain(2, 1).withBitsPerSecond(256);
    var relay = KeyRelay.over(link).withPoolBits(256);
    var demands = List.of(new Demand("n1", "n2", demandBitsPerSecond));
    double arrivals = demandBitsPerSecond / 256;
    var row = relay.simulate(demands, 30, new SplittableRandom(3)).demands().get(0);
    double expected = 1 / (1 + arrivals); // 1/(1 + λT) with T = 1 s
    assertTrue(Estimate.ofCount(row.servedKeys(), row.askedKeys()).sigmasFrom(expected) < 4);
  }

  @Test
  void aRunIsRepeatedByItsSeed() {
    var ring = Network.ring(4, 50).withBitsPerSecond(500);
    var demands = List.of(new Demand("n1", "n3", 400), new Demand("n2", "n4", 400));
    var relay = KeyRelay.over(ring);
    var once = relay.simulate(demands, 1, new SplittableRandom(7));
    assertEquals(once, relay.simulate(demands, 1, new SplittableRandom(7)));
    assertNotEquals(once, relay.simulate(demands, 1, new SplittableRandom(8)));
    assertEquals(once, relay.withNetwork(ring).simulate(demands, 1, new SplittableRandom(7)));
  }

  @Test
  void aDemandWithoutARouteIsServedNothingAndSaysWhy() {
    var broken = Network.chain(3, 50).withBitsPerSecond(100).without("n2");
    var row =
        KeyRelay.over(broken)
            .simulate(List.of(new Demand("n1", "n3", 100)), 1, new SplittableRandom(1))
            .demands()
            .get(0);
    assertEquals(0, row.servedKeys());
    assertEquals(0, row.links());
    assertEquals("no chain of relaying nodes connects the two", row.reason());
  }

  @Test
  void everyHopIsAOneTimePad() {
    var route = Network.chain(6, 1).route("n1", "n6", RouteMetric.fewestLinks());
    var random = new SplittableRandom(9);
    for (int bits : new int[] {1, 16, 63, 64}) {
      var transfer = KeyTransfer.over(route, bits, random);
      assertEquals(5, transfer.hops().size());
      for (Hop hop : transfer.hops()) {
        assertEquals(transfer.arrived(), hop.held());
        assertEquals(bits, hop.pad().length());
        assertEquals(xor(hop.held(), hop.pad()), hop.sent());
      }
      assertEquals("n6", transfer.hops().get(4).to());
    }
    assertEquals(
        5, KeyTransfer.over(route, 64, random).hops().stream().map(Hop::pad).distinct().count());
  }

  @Test
  void sharesAddUpToAKeyThatNoRouteHolds() {
    var ring = Network.ring(6, 1);
    var shares = KeyTransfer.split(ring.disjointRoutes("n1", "n4", 2), 64, new SplittableRandom(4));
    assertEquals(2, shares.size());
    String key = xor(shares.get(0).arrived(), shares.get(1).arrived());
    assertTrue(shares.stream().noneMatch(share -> share.arrived().equals(key)));
    int[] ones = new int[2];
    for (int seed = 0; seed < 4000; seed++) {
      var again =
          KeyTransfer.split(ring.disjointRoutes("n1", "n4", 2), 1, new SplittableRandom(seed));
      ones[0] += Integer.parseInt(again.get(0).arrived());
      ones[1] += Integer.parseInt(xor(again.get(0).arrived(), again.get(1).arrived()));
    }
    for (int count : ones) {
      assertTrue(Estimate.ofCount(count, 4000).sigmasFrom(0.5) < 4);
    }
    var whole = KeyTransfer.split(ring.disjointRoutes("n1", "n4", 1), 8, new SplittableRandom(1));
    assertEquals(1, whole.size());
  }

  private static String xor(String a, String b) {
    var sum = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      sum.append(a.charAt(i) == b.charAt(i) ? '0' : '1');
    }
    return sum.toString();
  }

  @Test
  void badInputIsRefused() {
    var chain = Network.chain(2, 1).withBitsPerSecond(1);
    var relay = KeyRelay.over(chain);
    var random = new SplittableRandom(1);
    var route = chain.route("n1", "n2", RouteMetric.fewestLinks());
    var demands = List.of(new Demand("n1", "n2", 1));
    for (Runnable bad :
        List.<Runnable>of(
            () -> new Demand("a", "a", 1),
            () -> new Demand("a", "b", 0),
            () -> new Demand("a", "b", Double.NaN),
            () -> relay.withKeyBits(0),
            () -> relay.withPoolBits(255),
            () -> relay.simulate(List.of(), 1, random),
            () -> relay.simulate(demands, 0, random),
            () -> relay.simulate(List.of(new Demand("n1", "x", 1)), 1, random),
            () -> KeyTransfer.over(route, 0, random),
            () -> KeyTransfer.over(route, 65, random),
            () -> KeyTransfer.split(new RouteSet(List.of()), 8, random),
            () -> KeyTransfer.over(Route.none("a", "b", "far"), 8, random))) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
  }
}
