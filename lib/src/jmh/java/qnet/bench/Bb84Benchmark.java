package qnet.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * JMH's view of the same workloads, on one core: pulses, clicks or random words per second.
 *
 * <p>The limit is the rate of {@link #randomWords}: the record of 64 pulses takes {@value
 * Bb84Workloads#WORDS_PER_RECORD} random words (three for bits and bases, ten for where the light
 * goes, one for double clicks), so the fraction of the limit that is reached is {@code
 * record.randomWords / randomWords.randomWords}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Bb84Benchmark {
  private final Bb84Workloads workloads = new Bb84Workloads();

  /** What was done in all calls; JMH divides it by the time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Done {
    /** Pulses sent. */
    public long pulses;

    /** Clicks seen. */
    public long clicks;

    /** Random words drawn. */
    public long randomWords;
  }

  /** Everything that both write down, at a transmittance of 0.1. */
  @Benchmark
  public double record(Done done) {
    done.pulses += Bb84Workloads.RECORDED;
    done.randomWords += Bb84Workloads.RECORDED / 64 * Bb84Workloads.WORDS_PER_RECORD;
    return Bb84Workloads.onOneCore(() -> workloads.record(0.1));
  }

  /** The same without loss. */
  @Benchmark
  public double recordWithoutLoss(Done done) {
    done.pulses += Bb84Workloads.RECORDED;
    done.randomWords += Bb84Workloads.RECORDED / 64 * Bb84Workloads.WORDS_PER_RECORD;
    return Bb84Workloads.onOneCore(() -> workloads.record(1));
  }

  /** Counts alone. */
  @Benchmark
  public double counts(Done done) {
    done.pulses += Bb84Workloads.COUNTED;
    done.randomWords += Bb84Workloads.COUNTED / 64 * Bb84Workloads.WORDS_PER_RECORD;
    return Bb84Workloads.onOneCore(workloads::counts);
  }

  /** Sifted keys where one pulse in a thousand clicks, two words each. */
  @Benchmark
  public double rareClicks(Done done) {
    done.pulses += Bb84Workloads.RARE;
    done.clicks += Bb84Workloads.RARE / 1000;
    done.randomWords += Bb84Workloads.RARE / 1000 * 2;
    return Bb84Workloads.onOneCore(workloads::rareClicks);
  }

  /** Clicks one after another, with dead time and after-pulses. */
  @Benchmark
  public double deadTime(Done done) {
    double clicks = workloads.deadTimeClicks();
    done.clicks += (long) clicks;
    return clicks;
  }

  /** Random words and nothing else: the limit. */
  @Benchmark
  public long randomWords(Done done) {
    done.randomWords += Bb84Workloads.RANDOM_WORDS;
    return workloads.randomWords();
  }
}
