package qnet.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.run.Estimate;
import qnet.run.Normal;

class TrendTest {
  private static Trend doubling() {
    return new Trend(
        "n",
        List.of(
            new Trend.Point(2000, 1),
            new Trend.Point(2002, 2),
            new Trend.Point(2004, 4),
            new Trend.Point(2006, 8)));
  }

  @Test
  void anExactLawIsFound() {
    assertEquals(2, doubling().doublingYears(), 1e-9);
    assertEquals(16, doubling().forecast(2008).median(), 1e-9);
    assertEquals(16, doubling().forecast(2008).low95(), 1e-4);
    assertEquals(3, doubling().forecasts(2008, 2010).size());
    assertEquals(
        Double.POSITIVE_INFINITY, doubling().until(2002).forecast(2004).high95(), "two points");
    assertEquals(1, doubling().coverage(2002), "anything is inside");
  }

  /** The textbook interval by hand for y = e⁰, e², e³, e⁵ at t = 0, 1, 2, 3, asked at t = 4. */
  @Test
  void theIntervalIsThatOfTheTextbook() {
    var trend =
        new Trend(
            "n",
            List.of(
                new Trend.Point(0, 1),
                new Trend.Point(1, Math.exp(2)),
                new Trend.Point(2, Math.exp(3)),
                new Trend.Point(3, Math.exp(5))));
    // slope 1.6, intercept 0.1, residuals −0.1, 0.3, −0.3, 0.1; s² = 0.2/2; t(2) = 4.302653
    double half = 4.302652729911275 * Math.sqrt(0.1 * (1 + 0.25 + 2.5 * 2.5 / 5));
    var said = trend.forecast(4);
    assertEquals(6.5, Math.log(said.median()), 1e-9);
    assertEquals(6.5 + half, Math.log(said.high95()), 1e-6);
    assertEquals(6.5 - half, Math.log(said.low95()), 1e-6);
  }

  /** Where the assumptions hold, 95 of 100 intervals hold the next point. */
  @Test
  void theIntervalCoversWhatItSays() {
    var rng = new SplittableRandom(101);
    int inside = 0;
    int trials = 4000;
    for (int i = 0; i < trials; i++) {
      var points = new ArrayList<Trend.Point>();
      for (int t = 0; t < 8; t++) {
        points.add(new Trend.Point(t, Math.exp(5 * t + 0.3 * Normal.draw(rng))));
      }
      double next = Math.exp(5 * 9 + 0.3 * Normal.draw(rng));
      var said = new Trend("n", points).forecast(9);
      inside += next >= said.low95() && next <= said.high95() ? 1 : 0;
    }
    var seen = Estimate.ofCount(inside, trials);
    assertTrue(seen.sigmasFrom(0.95) < 4, () -> "seed 101, " + seen);
  }

  @Test
  void recordsOfTheDataRise() {
    var distance = Trend.fibreDistance();
    assertEquals(24, distance.points().get(0).value());
    assertEquals(1002, distance.points().get(distance.points().size() - 1).value());
    var rate = Trend.fibreKeyRate();
    assertTrue(rate.doublingYears() < distance.doublingYears());
    assertEquals(115.8e6, rate.points().get(rate.points().size() - 1).value());
  }

  /** Whatever it is: what the fits to 2015 said of the records after it. */
  @Test
  void backTestsAreStated() {
    var distance = Trend.fibreDistance().backTest(2015);
    assertEquals(6, distance.size());
    assertEquals(1, Trend.fibreDistance().coverage(2015), 1e-12);
    assertEquals(2, Trend.fibreKeyRate().backTest(2015).size());
    assertEquals(1, Trend.fibreKeyRate().coverage(2015), 1e-12);
    var memory = Trend.memoryTime().backTest(2015);
    assertEquals(1, memory.size());
    assertEquals(3600, memory.get(0).value());
    assertEquals(Double.POSITIVE_INFINITY, memory.get(0).high95(), "two records to 2015");
    assertTrue(Double.isNaN(Trend.fibreDistance().coverage(2100)));
    var off = new Trend("n", withJump()).backTest(2006);
    assertEquals(1, off.size());
    assertTrue(!off.get(0).inside());
    assertEquals(0, new Trend("n", withJump()).coverage(2006));
  }

  private static List<Trend.Point> withJump() {
    var points = new ArrayList<>(doubling().points());
    points.set(1, new Trend.Point(2002, 2.05));
    points.add(new Trend.Point(2007, 1e6));
    return points;
  }

  @Test
  void pointsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> doubling().until(2001));
    assertThrows(IllegalArgumentException.class, () -> new Trend.Point(2000, 0));
    assertThrows(IllegalArgumentException.class, () -> new Trend.Point(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> doubling().forecasts(2010, 2009));
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> new Trend("n", List.of(new Trend.Point(2000, 2), new Trend.Point(2001, 1))))
            .getMessage()
            .startsWith("points must rise, was "));
  }
}
