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
public class StateBenchmark {
  private final StateWorkloads workloads = new StateWorkloads();

  /** 256 CHSH values. */
  @Benchmark
  public double chshValues() {
    return workloads.chshValues();
  }

  /** 10,000 purification steps. */
  @Benchmark
  public double purificationSteps() {
    return workloads.purificationSteps();
  }

  /** One gate. */
  @Benchmark
  public double gateOnTenQubits() {
    return workloads.gateOnTenQubits();
  }

  /** 10⁸ rounds of a CHSH test. */
  @Benchmark
  public double chshRounds() {
    return workloads.chshRounds();
  }
}
