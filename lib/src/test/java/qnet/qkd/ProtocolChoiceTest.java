package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.limit.Plob;
import qnet.limit.RepeaterBound;

class ProtocolChoiceTest {
  private static final Link HERE = Link.ofLossDb(0);

  private static QkdProtocol constant(double bitsPerUse, double usesPerSecond) {
    return link -> new KeyRate(bitsPerUse, usesPerSecond, 1, 0, "nothing");
  }

  private static ProtocolChoice three() {
    var protocols = new LinkedHashMap<String, QkdProtocol>();
    protocols.put("slow", constant(1, 10));
    protocols.put("fast", constant(0.5, 100));
    protocols.put("without a clock", constant(1, Double.NaN));
    return new ProtocolChoice(protocols);
  }

  @Test
  void theBestMakesMostKeyPerSecond() {
    assertEquals("fast", three().best(HERE));
    assertEquals(50, three().over(HERE).bitsPerSecond());
    assertEquals(
        List.of("fast", "slow", "without a clock"),
        three().ranking(HERE).stream().map(RankedProtocol::protocol).toList());
  }

  @Test
  void noKeyIsNoChoice() {
    var none = new ProtocolChoice(Map.of("none at all", constant(0, 10)));
    assertEquals("none", none.best(HERE));
    assertEquals(0, none.over(HERE).bitsPerUse());
    var silent = new ProtocolChoice(Map.of("without a clock", constant(1, Double.NaN)));
    assertEquals("none", silent.best(HERE));
  }

  @Test
  void joinsKeepTheOrderAndTheNames() {
    var four = three().and("own", constant(1, 1000));
    assertEquals(
        List.of("slow", "fast", "without a clock", "own"), List.copyOf(four.protocols().keySet()));
    assertEquals("own", four.best(HERE));
    assertThrows(IllegalArgumentException.class, () -> four.and("own", constant(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> four.and(three()));
    assertThrows(IllegalArgumentException.class, () -> new ProtocolChoice(Map.of()));
    assertThrows(UnsupportedOperationException.class, () -> four.protocols().clear());
  }

  @Test
  void theParts() {
    var detector = Detector.snspd();
    var names = new TreeSet<String>();
    names.addAll(ProtocolChoice.endToEnd(detector).protocols().keySet());
    names.addAll(ProtocolChoice.entangled(detector).protocols().keySet());
    names.addAll(ProtocolChoice.untrustedStation(detector).protocols().keySet());
    assertEquals(names, new TreeSet<>(ProtocolChoice.buildable(detector).protocols().keySet()));
    names.addAll(ProtocolChoice.perfectSource(detector).protocols().keySet());
    assertEquals(names, new TreeSet<>(ProtocolChoice.all(detector).protocols().keySet()));
  }

  @Test
  void everyProtocolFeelsTheDetector() {
    var blind = ProtocolChoice.all(Detector.snspd().withEfficiency(0)).ranking(Link.ofLossDb(3));
    for (var row : blind) {
      if (!row.protocol().equals("continuous variables")) { // these have no photon detectors
        assertEquals(0, row.bitsPerUse(), row::protocol);
      }
    }
    assertEquals(14, blind.size());
  }

  @Test
  void onlyAStationBeatsTheBoundOfALineWithoutOne() {
    var detector = Detector.snspd();
    for (double km = 5; km <= 400; km += 5) {
      var link = Fiber.standard().withLengthKm(km);
      for (var row : ProtocolChoice.endToEnd(detector).ranking(link)) {
        assertTrue(row.bitsPerUse() < Plob.bitsPerUse(link), row::toString);
      }
      for (var row : ProtocolChoice.all(detector).ranking(link)) {
        assertTrue(row.bitsPerUse() < RepeaterBound.bitsPerUse(link, 1), row::toString);
      }
    }
    var far = Fiber.standard().withLengthKm(300);
    assertTrue(
        ProtocolChoice.untrustedStation(detector).over(far).bitsPerUse() > Plob.bitsPerUse(far));
  }

  @Test
  void sharedDevices() {
    var link = Fiber.standard().withLengthKm(50);
    var detector = Detector.ingaasApd();
    var decoys = ProtocolChoice.endToEnd(detector).protocols().get("decoy BB84").over(link);
    // twice DecoyBb84.standard(), which chooses each basis half of the time
    assertEquals(2 * DecoyBb84.standard().over(link).bitsPerUse(), decoys.bitsPerUse(), 1e-15);
    var six = ProtocolChoice.endToEnd(detector).protocols().get("six-state").over(link);
    assertEquals(3 * SixState.standard().over(link).bitsPerUse(), six.bitsPerUse(), 1e-15);
    var twin = ProtocolChoice.untrustedStation(detector).protocols().get("twin-field").over(link);
    assertEquals(4 * TwinField.standard().over(link).bitsPerUse(), twin.bitsPerUse(), 1e-15);
    var mdi = ProtocolChoice.untrustedStation(detector).protocols().get("MDI").over(link);
    assertEquals(4 * MdiQkd.standard().over(link).bitsPerUse(), mdi.bitsPerUse(), 1e-15);
  }
}
