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
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QkdBenchmark {
  private final QkdWorkloads workloads = new QkdWorkloads();

  /** 100 rates with infinitely many decoys. */
  @Benchmark
  public double infiniteDecoys() {
    return workloads.infiniteDecoys();
  }

  /** 100 rates with two decoys. */
  @Benchmark
  public double twoDecoys() {
    return workloads.twoDecoys();
  }

  /** 100 finite key rates. */
  @Benchmark
  public double finiteKey() {
    return workloads.finiteKey();
  }
}
