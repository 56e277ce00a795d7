package qnet.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Named pieces of work that can be timed. A theme adds its own in its class. */
final class Workloads {
  private static final long WARM_UP_NANOS = 1_500_000_000L;
  private static final long RUN_NANOS = 300_000_000L;

  private record Workload(double units, DoubleSupplier work) {}

  private final Map<String, Workload> byName = new LinkedHashMap<>();

  /** All workloads of the kit. */
  static Workloads all() {
    Workloads workloads = new Workloads();
    new StateWorkloads().addTo(workloads);
    new QkdWorkloads().addTo(workloads);
    new PostprocessWorkloads().addTo(workloads);
    new Bb84Workloads().addTo(workloads);
    new RepeaterWorkloads().addTo(workloads);
    new NetworkWorkloads().addTo(workloads);
    return workloads;
  }

  /**
   * @param units how many operations one call of the work does
   */
  void add(String name, double units, DoubleSupplier work) {
    byName.put(name, new Workload(units, work));
  }

  void warmUp(String name) {
    rate(name, WARM_UP_NANOS);
  }

  /** Operations per second, over at least 0.3 s. */
  double rate(String name) {
    return rate(name, RUN_NANOS);
  }

  private double rate(String name, long atLeastNanos) {
    Workload workload = byName.get(name);
    if (workload == null) {
      throw new IllegalArgumentException("workload must be one of " + byName.keySet());
    }
    double checksum = 0;
    long calls = 0;
    long start = System.nanoTime();
    long elapsed;
    do {
      checksum += workload.work().getAsDouble();
      calls++;
      elapsed = System.nanoTime() - start;
    } while (elapsed < atLeastNanos);
    if (Double.isNaN(checksum)) {
      throw new IllegalStateException("NaN in " + name);
    }
    return calls * workload.units() / (elapsed * 1e-9);
  }
}
