package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import qnet.run.Parallel;
import qnet.run.Progress;
import tech.tablesaw.api.Table;

class SweepTest {
  private static final double NAN = Double.NaN;

  @AfterEach
  void defaults() {
    System.clearProperty("qnet.threads");
    Parallel.watch(Progress.NONE);
  }

  private static double[] points(Sweep sweep) {
    return sweep.table().doubleColumn(0).asDoubleArray();
  }

  @Test
  void stepsReachTheEndExactly() {
    double[] km = points(Sweep.over("distance, km", 5, 300, 5));
    assertEquals(60, km.length);
    assertEquals(5.0, km[0]);
    assertEquals(300.0, km[59]);
  }

  @Test
  void stepsAreDecimal() {
    assertArrayEquals(
        new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}, points(Sweep.over("x", 0.1, 0.7, 0.1)));
    assertEquals(1.0, points(Sweep.over("x", 0, 1, 1.0 / 3))[3]);
    assertArrayEquals(new double[] {0, 3, 6, 9}, points(Sweep.over("x", 0, 10, 3)));
    assertArrayEquals(new double[] {7}, points(Sweep.over("x", 7, 7, 1)));
  }

  @Test
  void logarithmicSteps() {
    assertArrayEquals(
        new double[] {1e-3, 1e-2, 0.1, 1, 10, 100}, points(Sweep.overLog("t, s", 1e-3, 100, 6)));
  }

  @Test
  void oneQuestionToSeveralSubjects() {
    var heights = new LinkedHashMap<String, Integer>();
    heights.put("two", 2);
    heights.put("one", 1);
    var sweep = Sweep.overValues("x", 10, 20).columns(heights, (height, x) -> height * x);
    Table table = sweep.column("same", x -> x).table();
    assertEquals(List.of("x", "two", "one", "same"), table.columnNames());
    assertEquals(List.of(20.0, 40.0), table.doubleColumn("two").asList());
    assertEquals(List.of(10.0, 20.0), table.doubleColumn("one").asList());
    assertThrows(IllegalArgumentException.class, () -> sweep.columns(heights, (h, x) -> x));
  }

  @Test
  void givenValues() {
    assertArrayEquals(new double[] {3, 1}, points(Sweep.overValues("x", 3, 1)));
  }

  @Test
  void columnsInOrder() {
    Table table =
        Sweep.over("x", 1, 3, 1).column("square", x -> x * x).column("none", x -> NAN).table();
    assertEquals(List.of("x", "square", "none"), table.columnNames());
    assertArrayEquals(new double[] {1, 4, 9}, table.doubleColumn("square").asDoubleArray());
    assertEquals(3, table.doubleColumn("none").countMissing());
  }

  @Test
  void aSweepIsAValue() {
    Sweep base = Sweep.over("x", 1, 3, 1);
    base.column("square", x -> x * x);
    assertEquals(List.of("x"), base.table().columnNames());
  }

  @Test
  void trialsAreReproducibleAndIndependent() {
    Sweep sweep =
        Sweep.over("p", 0.1, 0.9, 0.1)
            .trials("seen", 7, (p, rng) -> Trials.count(2000, rng, r -> r.nextDouble() < p))
            .trials("again", 7, (p, rng) -> Trials.count(2000, rng, r -> r.nextDouble() < p))
            .trials("raw", 7, (p, rng) -> Trials.count(1, rng, r -> r.nextBoolean()))
            .trials("same p", 7, (p, rng) -> Trials.count(2000, rng, r -> r.nextBoolean()));
    System.setProperty("qnet.threads", "1");
    Table one = sweep.table();
    System.setProperty("qnet.threads", "3");
    Table three = sweep.table();
    assertEquals(one.print(20), three.print(20));
    assertEquals(
        List.of("p", "seen", "seen ±", "again", "again ±"), one.columnNames().subList(0, 5));
    assertArrayEquals(
        one.doubleColumn("seen").asDoubleArray(), one.doubleColumn("again").asDoubleArray());
    assertTrue(one.doubleColumn("same p").unique().size() > 1, "points share a generator");
    for (int i = 0; i < one.rowCount(); i++) {
      double p = one.doubleColumn("p").get(i);
      double error = Math.sqrt(p * (1 - p) / 2000);
      assertEquals(error, one.doubleColumn("seen ±").get(i), 0.1 * error);
      double sigmas =
          Math.abs(one.doubleColumn("seen").get(i) - one.doubleColumn("p").get(i))
              / one.doubleColumn("seen ±").get(i);
      assertTrue(sigmas < 4, "row " + i + ": " + sigmas);
    }
  }

  @Test
  void anErrorNamesColumnAndPoint() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Sweep.over("distance, km", 0, 20, 10).column("rate", km -> refuse(km)).table());
    assertEquals(
        "column \"rate\" at distance, km = 20.0: lengthKm must be < 15", error.getMessage());
  }

  private static double refuse(double km) {
    if (km > 15) {
      throw new IllegalArgumentException("lengthKm must be < 15");
    }
    return km;
  }

  @Test
  void invalidSweepsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Sweep.over("x", 0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Sweep.over("x", 0, 1, NAN));
    assertThrows(IllegalArgumentException.class, () -> Sweep.over("x", 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Sweep.over("x", NAN, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Sweep.over("x", 0, NAN, 1));
    assertThrows(IllegalArgumentException.class, () -> Sweep.over("x", 0, 1, 1e-9));
    assertThrows(IllegalArgumentException.class, () -> Sweep.overLog("x", 0, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> Sweep.overLog("x", 1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> Sweep.overValues("x"));
    Sweep sweep = Sweep.over("x", 0, 1, 1).column("a", x -> x);
    assertThrows(IllegalArgumentException.class, () -> sweep.column("a", x -> x));
    assertThrows(IllegalArgumentException.class, () -> sweep.column("x", x -> x));
  }

  @Test
  void anInterruptEndsEveryWorkerAndTheNextSweepWorks() throws InterruptedException {
    var calls = new AtomicLong();
    var thrown = new AtomicReference<Throwable>();
    Sweep endless =
        Sweep.over("x", 0, 10_000, 1)
            .trials(
                "slow",
                1,
                (x, rng) ->
                    Trials.count(
                        1_000_000_000L,
                        rng,
                        r -> {
                          calls.incrementAndGet();
                          return r.nextBoolean();
                        }));
    var cell =
        new Thread(
            () -> {
              try {
                endless.table();
              } catch (CancellationException e) {
                thrown.set(e);
              }
            });
    cell.start();
    Thread.sleep(1000);
    assertTrue(calls.get() > 0);
    cell.interrupt();
    cell.join(1000);
    assertFalse(cell.isAlive(), "the cell still waits");
    assertTrue(thrown.get() instanceof CancellationException);
    Thread.sleep(300);
    long after = calls.get();
    Thread.sleep(300);
    assertEquals(after, calls.get(), "a worker still runs");
    assertEquals(3, Sweep.over("x", 1, 3, 1).column("y", x -> x).table().rowCount());
  }

  @Test
  void aLongSweepShowsItsProgress() {
    var last = new AtomicReference<>(0.0);
    var ended = new AtomicLong();
    Parallel.watch(
        new Progress() {
          @Override
          public void at(double fraction) {
            last.set(fraction);
          }

          @Override
          public void end() {
            ended.incrementAndGet();
          }
        });
    System.setProperty("qnet.threads", "1");
    Sweep.over("x", 1, 14, 1)
        .column(
            "slow",
            x -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return x;
            })
        .table();
    assertTrue(last.get() > 0.5, "was " + last.get());
    assertEquals(1, ended.get());
  }
}
