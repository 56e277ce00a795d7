package qnet.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
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
public class NetworkBenchmark {
  private final NetworkWorkloads workloads = new NetworkWorkloads();

  /** How many nodes the random network has. */
  @Param({"1000", "10000", "100000"})
  public int nodes;

  /** 10,000 widest routes. */
  @Benchmark
  public double widestRoutes() {
    return workloads.kitQueries(nodes);
  }

  /** A few runs of JGraphT's Dijkstra. */
  @Benchmark
  public double jgraphtRoutes() {
    return workloads.peer(nodes);
  }

  /** 864,000 keys over 31 links. */
  @Benchmark
  public double relayDay() {
    return workloads.relayDay();
  }

  /** 49 lines for 1,225 demands. */
  @Benchmark
  public double fiftyCities() {
    return workloads.fiftyCities();
  }
}
