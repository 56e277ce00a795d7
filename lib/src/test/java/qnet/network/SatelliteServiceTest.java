package qnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.channel.CircularOrbit;
import qnet.channel.GroundStation;
import qnet.channel.SatelliteLink;
import qnet.channel.Sky;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;

class SatelliteServiceTest {
  private static final CircularOrbit ORBIT = CircularOrbit.micius();
  private static final SatelliteLink LINK = SatelliteLink.micius();
  private static final PracticalDecoyBb84 PROTOCOL = PracticalDecoyBb84.micius();
  private static final GroundStation NORTH = GroundStation.xinglong();
  private static final GroundStation SOUTH = new GroundStation(20, 110);
  private static final int DAYS = 25;

  private static SatelliteService service(SatelliteLink link, GroundStation a, GroundStation b) {
    return SatelliteService.of(ORBIT, link, PROTOCOL, a, b, DAYS);
  }

  private static double bitsAtNight(GroundStation station) {
    double bits = 0;
    for (var pass : station.overpasses(ORBIT, 20, DAYS).list()) {
      if (pass.sunElevationDeg() < -18) {
        bits += PROTOCOL.overPass(LINK.pass(ORBIT, station, pass), Security.standard()).keyBits();
      }
    }
    return bits;
  }

  @Test
  void theStationWithLessKeyCounts() {
    double north = bitsAtNight(NORTH);
    double south = bitsAtNight(SOUTH);
    assertTrue(0 < south && south < north);
    var both = service(LINK, NORTH, SOUTH);
    assertEquals(south / (DAYS * 86_400), both.bitsPerSecond(), 1e-9);
    assertEquals(both, service(LINK, SOUTH, NORTH));
    assertEquals(north / (DAYS * 86_400), service(LINK, NORTH, NORTH).bitsPerSecond(), 1e-9);
    int nights = SOUTH.overpasses(ORBIT, 20, DAYS).atNight().count();
    assertEquals((double) nights / DAYS, both.passesPerDay(), 1e-12);
    double overhead = PROTOCOL.overPass(LINK.pass(90), Security.standard()).keyBits();
    assertTrue(both.keyPerPassBits() < overhead);
  }

  @Test
  void aYearOfMiciusIsLessThanTheBestPassEveryDay() {
    var micius = SatelliteService.micius(NORTH, GroundStation.nanshan());
    assertEquals("satellites, Micius", micius.name());
    // a sun-synchronous orbit at half past midnight: about one useful pass a night
    assertEquals(1, micius.passesPerDay(), 0.2);
    double nights = NORTH.overpasses(ORBIT, 20, 365).atNight().perDay(); // of all seasons
    assertEquals(nights, micius.passesPerDay(), 1e-12);
    assertTrue(micius.bitsPerSecond() < SatelliteService.jinan1().bitsPerSecond());
    assertTrue(micius.bitsPerSecond() > 1);
  }

  @Test
  void inDaylightThereIsNoKeyAndThePlanSaysSo() {
    var blinded = service(LINK.withSky(Sky.clearDay()), NORTH, SOUTH);
    assertEquals(0, blinded.bitsPerSecond());
    var planner = Planner.standard().withSatellite(blinded);
    var plan =
        planner.compare(500, 1).stream()
            .filter(each -> each.technology().equals("satellites, computed"))
            .findFirst()
            .orElseThrow();
    assertEquals("no key in any pass", plan.remark());
    assertEquals(0, plan.systems());
    var free = planner.withPrices(PriceList.published().withSatellite(CostRange.ZERO));
    var chances = free.chances(500, 1, 100, new SplittableRandom(1));
    assertEquals(0, chances.get(3).cheapest().mean());
    var stuck = free.withMostTrustedNodes(0).chances(2000, 1, 100, new SplittableRandom(1));
    assertTrue(stuck.stream().allMatch(chance -> chance.cheapest().mean() == 0));
  }

  @Test
  void badServicesAreRefused() {
    var jinan = SatelliteService.jinan1();
    for (Runnable bad :
        List.<Runnable>of(
            () -> jinan.withName(""),
            () -> jinan.withAssumption(" "),
            () -> jinan.withKeyPerPassBits(-1),
            () -> jinan.withKeyPerPassBits(Double.NaN),
            () -> jinan.withPassesPerDay(-1),
            () -> SatelliteService.of(ORBIT, LINK, PROTOCOL, NORTH, SOUTH, 0))) {
      assertThrows(IllegalArgumentException.class, bad::run);
    }
  }
}
