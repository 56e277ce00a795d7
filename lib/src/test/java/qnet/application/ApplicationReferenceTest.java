package qnet.application;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import qnet.Reference;

/** Rows of reference/application.csv. */
class ApplicationReferenceTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/application.csv", numLinesToSkip = 1)
  void referenceRows(
      String id, String quantity, int n, double x, double expected, double tolerance) {
    double actual =
        switch (quantity) {
          case "standard quantum limit rad" -> PhaseSensing.ideal(n).standardQuantumLimitRad();
          case "Heisenberg limit rad" -> PhaseSensing.ideal(n).heisenbergLimitRad();
          case "information of separate photons" ->
              information(PhaseSensing.ofLoss(n, x).uncertaintyRad(1));
          case "bound of lossy photons" ->
              information(PhaseSensing.ofLoss(n, x).uncertaintyBoundRad());
          case "bound of dephased spins" ->
              information(PhaseSensing.ofDephasing(n, x).uncertaintyBoundRad());
          case "GHZ of dephased spins" ->
              information(PhaseSensing.ofDephasing(n, x).uncertaintyRad(n));
          case "gain of two entangled clocks" -> gainOfNetwork(n);
          case "height in m at 1e-18" -> heightM(x);
          case "threshold of BB84 for two parties" ->
              threshold(kept -> ConferenceKey.of(new SharedGhz(n, kept)).bb84Bits());
          case "threshold of six states for two parties" ->
              threshold(kept -> ConferenceKey.of(new SharedGhz(n, kept)).sixStateBits());
          case "attempts until all arms are ready" ->
              1e6 / GhzDistribution.over(n, () -> x).storedRateHz();
          case "average fidelity of a remote CNOT" -> RemoteGate.ofFidelity(x).averageFidelity();
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity, expected, tolerance, actual);
  }

  private static double information(double uncertaintyRad) {
    return 1 / (uncertaintyRad * uncertaintyRad);
  }

  private static double gainOfNetwork(int sites) {
    var clocks = ClockNetwork.strontium(sites);
    return clocks.locallyEntangledInstability(1) / clocks.networkInstability(1);
  }

  /** The height of a clock whose instability is x: that of one atom, averaged long enough. */
  private static double heightM(double instability) {
    var clock = OpticalClock.strontium();
    double ratio = clock.instability(1) / instability;
    return clock.heightM(ratio * ratio);
  }

  /** The error rate of a pair at which the key ends. */
  private static double threshold(DoubleUnaryOperator bitsOfKept) {
    double with = 1;
    double without = 0.5;
    for (int i = 0; i < 60; i++) {
      double middle = (with + without) / 2;
      if (bitsOfKept.applyAsDouble(middle) > 0) {
        with = middle;
      } else {
        without = middle;
      }
    }
    return new SharedGhz(2, with).pairQber();
  }
}
