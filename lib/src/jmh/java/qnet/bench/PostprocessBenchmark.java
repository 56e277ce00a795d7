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
public class PostprocessBenchmark {
  private final PostprocessWorkloads workloads = new PostprocessWorkloads();

  /** 1,048,576 bits to 524,288. */
  @Benchmark
  public double toeplitz() {
    return workloads.toeplitz();
  }

  /** The same with a new matrix each time. */
  @Benchmark
  public double toeplitzNewSeed() {
    return workloads.toeplitzNewSeed();
  }

  /** The same on one thread. */
  @Benchmark
  public double toeplitzOneThread() {
    return workloads.toeplitzOneThread();
  }

  /** The least time that one thread can take: the multiplications of the hash and nothing else. */
  @Benchmark
  public double multiplications() {
    return workloads.multiplications();
  }

  /** A million bits with 3 % of errors, frames of 10,000 bits. */
  @Benchmark
  public double cascadeOriginal() {
    return workloads.cascadeOriginal();
  }

  /** The same with option 7. */
  @Benchmark
  public double cascadeOption7() {
    return workloads.cascadeOption7();
  }

  /** The same with long frames. */
  @Benchmark
  public double cascadeTuned() {
    return workloads.cascadeTuned();
  }

  /** The same with Winnow, by the table of TNO. */
  @Benchmark
  public double winnowTabulated() {
    return workloads.winnowTabulated();
  }

  /** The same with Winnow and longer blocks. */
  @Benchmark
  public double winnowTuned() {
    return workloads.winnowTuned();
  }
}
