package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.run.Estimate;

class CloningTest {
  @Test
  void theClonerCopiesEveryStateEquallyWell() {
    SplittableRandom rng = new SplittableRandom(91);
    for (int i = 0; i < 50; i++) {
      StateVector input = StateVector.random(1, rng);
      DensityMatrix out = Cloning.universal(input).densityMatrix();
      assertEquals(1, out.matrix().trace(), 1e-12);
      assertEquals(5.0 / 6, out.reduced(0).fidelity(input), 1e-12);
      assertEquals(5.0 / 6, out.reduced(1).fidelity(input), 1e-12);
      assertEquals(Cloning.fidelity(1, 2), out.reduced(1).fidelity(input), 1e-12);
    }
  }

  @Test
  void limits() {
    assertEquals(1, Cloning.fidelity(1, 1), 1e-15);
    assertEquals(1, Cloning.fidelity(7, 7), 1e-15);
    assertEquals(Cloning.measuringFidelity(3), Cloning.fidelity(3, 1_000_000_000), 1e-8);
    assertTrue(Cloning.fidelity(1, 2) < Cloning.phaseCovariantFidelity());
  }

  /** Measure along a fixed axis and resend, with drawn states and outcomes: 2/3. */
  @Test
  void measureAndResendByTrials() {
    SplittableRandom rng = new SplittableRandom(92);
    int good = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      StateVector input = StateVector.random(1, rng);
      StateVector resent = input.measure(0, rng).state();
      good += rng.nextDouble() < resent.overlap(input) ? 1 : 0;
    }
    assertTrue(
        Estimate.ofCount(good, n).sigmasFrom(Cloning.measuringFidelity(1)) < 4, "seed 92, " + good);
  }

  @Test
  void measureAndResendIsTheSameAveraged() {
    StateVector input = StateVector.qubit(Direction.inPlane(0.9));
    DensityMatrix resent = Cloning.measureAndResend(input, Direction.ofZ());
    assertEquals((1 + Math.pow(Math.cos(0.9), 2)) / 2, resent.fidelity(input), 1e-12);
  }

  @Test
  void unambiguousDiscriminationNeverErrs() {
    SplittableRandom rng = new SplittableRandom(93);
    StateVector a = StateVector.zero(1);
    StateVector b = StateVector.qubit(Direction.ofX());
    Povm povm = Discrimination.unambiguous(a, b);
    int known = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      int outcome = (i % 2 == 0 ? a : b).measure(povm, new int[] {0}, rng).outcome();
      assertTrue(outcome == 2 || outcome == i % 2, "a wrong name in trial " + i);
      known += outcome < 2 ? 1 : 0;
    }
    double expected = Discrimination.unambiguousProbability(a, b);
    assertTrue(Estimate.ofCount(known, n).sigmasFrom(expected) < 4, "seed 93, " + known);
  }

  /** Helstrom's measurement for real states at angle α lies symmetric about them. */
  @Test
  void helstromByTrials() {
    SplittableRandom rng = new SplittableRandom(94);
    StateVector a = StateVector.zero(1);
    StateVector b = StateVector.qubit(Direction.ofX());
    Povm best = Povm.along(Direction.inPlane(-Math.PI / 4));
    int right = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      int outcome = (i % 2 == 0 ? a : b).measure(best, new int[] {0}, rng).outcome();
      right += outcome == i % 2 ? 1 : 0;
    }
    double expected = Discrimination.guessProbability(a, b);
    assertTrue(Estimate.ofCount(right, n).sigmasFrom(expected) < 4, "seed 94, " + right);
    assertEquals(0.5, Discrimination.guessProbability(a, a), 1e-12);
    assertEquals(1, Discrimination.guessProbability(a, StateVector.basis("1")), 1e-12);
  }

  @Test
  void refusesBadInput() {
    assertThrows(IllegalArgumentException.class, () -> Cloning.fidelity(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Cloning.fidelity(2, 1));
    assertThrows(IllegalArgumentException.class, () -> Cloning.measuringFidelity(0));
    assertThrows(IllegalArgumentException.class, () -> Cloning.universal(Bell.phiPlus()));
  }
}
