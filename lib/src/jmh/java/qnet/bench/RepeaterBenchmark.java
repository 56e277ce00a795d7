package qnet.bench;

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

/** JMH's view of the same workloads: time per call, with its error. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RepeaterBenchmark {
  private final RepeaterWorkloads workloads = new RepeaterWorkloads();

  /** 16,384 pairs over 1024 segments. */
  @Benchmark
  public double longChain() {
    return workloads.longChain();
  }

  /** 4096 pairs over 1024 segments, event by event. */
  @Benchmark
  public double longChainByEvents() {
    return workloads.longChainByEvents();
  }

  /** 200,000 pairs over 16 segments. */
  @Benchmark
  public double shortChain() {
    return workloads.shortChain();
  }

  /** One search. */
  @Benchmark
  public double chainSearch() {
    return workloads.chainSearch();
  }
}
