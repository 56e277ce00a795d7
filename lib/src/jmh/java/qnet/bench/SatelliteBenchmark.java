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
  private final GroundStation station = GroundStation.xinglong();
  private final SatelliteLink link = SatelliteLink.micius();
  private final PracticalDecoyBb84 protocol = PracticalDecoyBb84.micius();

  /** All passes of a year, with rise, culmination and set to a millisecond. */
  @Benchmark
  public double yearOfPasses() {
    return station.overpasses(orbit, 20, START, 365).durationS();
  }

  /** The finite key of one pass. */
  @Benchmark
  public long keyOfAPass() {
    return protocol.overPass(link.pass(60), Security.standard()).keyBits();
  }
}
