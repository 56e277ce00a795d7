package qnet.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import qnet.channel.CircularOrbit;
import qnet.channel.GroundStation;
import qnet.channel.SatelliteLink;
import qnet.channel.TleOrbit;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;

/** Satellites: time per call. The goal for a year of passes is one second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SatelliteBenchmark {
  private static final Instant START = Instant.parse("2017-01-01T00:00:00Z");

  private final CircularOrbit orbit = CircularOrbit.micius();

  private final TleOrbit elements =
      TleOrbit.of(
          "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927",
          "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537");

  /** Resonant with the rotation of the Earth: SGP4 integrates from the epoch for each place. */
  private final TleOrbit resonant =
      TleOrbit.of(
          "1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813",
          "2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656");

  private final GroundStation station = GroundStation.xinglong();
  private final SatelliteLink link = SatelliteLink.micius();
  private final PracticalDecoyBb84 protocol = PracticalDecoyBb84.micius();

  /** All passes of a year, with rise, culmination and set to a millisecond. */
  @Benchmark
  public double yearOfPasses() {
    return station.overpasses(orbit, 20, START, 365).durationS();
  }

  /** The same for an element set of the International Space Station. */
  @Benchmark
  public double yearOfPassesFromElements() {
    return station.overpasses(elements, 20, 365).durationS();
  }

  /** The same for a Molniya satellite, the slowest kind of element set. */
  @Benchmark
  public double yearOfPassesFromResonantElements() {
    return station.overpasses(resonant, 20, 365).durationS();
  }

  /** The finite key of one pass. */
  @Benchmark
  public long keyOfAPass() {
    return protocol.overPass(link.pass(60), Security.standard()).keyBits();
  }
}
