package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import qnet.run.Estimate;

class TeleportationTest {
  @Test
  void aBellPairCarriesAnyQubit() {
    SplittableRandom rng = new SplittableRandom(81);
    for (int i = 0; i < 50; i++) {
      StateVector input = StateVector.random(1, rng);
      assertEquals(1, Teleportation.send(input, Bell.phiPlus()).fidelity(input), 1e-12);
      var round = Teleportation.round(input, Bell.phiPlus(), rng);
      assertEquals(1, round.received().fidelity(input), 1e-12);
      DensityMatrix mixed = DensityMatrix.random(1, rng);
      assertEquals(
          0, Teleportation.send(mixed, Bell.phiPlus()).matrix().distance(mixed.matrix()), 1e-12);
    }
  }

  /** Not faster than light: without the bits nothing arrives, whatever was sent. */
  @Test
  void withoutTheBitsNothingArrives() {
    SplittableRandom rng = new SplittableRandom(82);
    ComplexMatrix half = DensityMatrix.maximallyMixed(1).matrix();
    for (int i = 0; i < 50; i++) {
      StateVector input = StateVector.random(1, rng);
      DensityMatrix bob = Teleportation.withoutBits(input, Bell.phiPlus());
      assertEquals(0, bob.matrix().distance(half), 1e-12);
      assertEquals(0.5, bob.fidelity(input), 1e-12);
    }
  }

  @Test
  void theFourOutcomesAreThoseOfTheCircuit() {
    SplittableRandom rng = new SplittableRandom(87);
    for (int i = 0; i < 20; i++) {
      StateVector input = StateVector.random(1, rng);
      StateVector resource = StateVector.random(2, rng);
      var outcomes = Teleportation.outcomes(input, resource);
      DensityMatrix sum = null;
      DensityMatrix corrected = null;
      double total = 0;
      for (TeleportationOutcome outcome : outcomes) {
        total += outcome.probability();
        double share = outcome.probability() / total;
        sum =
            sum == null ? outcome.before().densityMatrix() : sum.mixedWith(share, outcome.before());
        corrected =
            corrected == null
                ? outcome.after().densityMatrix()
                : corrected.mixedWith(share, outcome.after());
      }
      assertEquals(1, total, 1e-12);
      ComplexMatrix without = Teleportation.withoutBits(input, resource).matrix();
      assertEquals(0, sum.matrix().distance(without), 1e-12);
      ComplexMatrix sent = Teleportation.send(input, resource).matrix();
      assertEquals(0, corrected.matrix().distance(sent), 1e-12);
    }
  }

  @Test
  void everyOutcomeOfABellPairGivesTheInputBack() {
    StateVector input = StateVector.qubit(Direction.ofAngles(1, 2));
    var outcomes = Teleportation.outcomes(input, Bell.phiPlus());
    assertEquals(4, outcomes.size());
    for (TeleportationOutcome outcome : outcomes) {
      assertEquals(0.25, outcome.probability(), 1e-12);
      assertEquals(1, outcome.after().overlap(input), 1e-12);
      boolean untouched = outcome.phaseBit() + outcome.flipBit() == 0;
      assertEquals(untouched, outcome.before().overlap(input) > 1 - 1e-9);
    }
    assertEquals(1, outcomes.get(1).flipBit());
    assertEquals(0, outcomes.get(1).phaseBit());
  }

  @Test
  void impossibleOutcomesAreLeftOut() {
    var outcomes = Teleportation.outcomes(StateVector.zero(1), StateVector.zero(2));
    assertEquals(2, outcomes.size());
    assertTrue(outcomes.stream().allMatch(outcome -> outcome.flipBit() == 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Teleportation.outcomes(StateVector.zero(2), Bell.phiPlus()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Teleportation.outcomes(StateVector.zero(1), StateVector.zero(1)));
  }

  /** The mean over the six axis states is the mean over all states (a 2-design). */
  @Test
  void averageFidelityAgreesWithTheCircuit() {
    SplittableRandom rng = new SplittableRandom(83);
    Direction[] axes = {Direction.ofX(), Direction.ofY(), Direction.ofZ()};
    for (int i = 0; i < 20; i++) {
      DensityMatrix resource = DensityMatrix.random(2, rng);
      double sum = 0;
      for (Direction axis : axes) {
        for (Direction d : new Direction[] {axis, axis.opposite()}) {
          StateVector input = StateVector.qubit(d);
          sum += Teleportation.send(input, resource).fidelity(input);
        }
      }
      assertEquals(sum / 6, Teleportation.averageFidelity(resource), 1e-12);
    }
  }

  @Test
  void averageFidelityAgreesWithTrials() {
    Werner resource = Werner.ofFidelity(0.85);
    Estimate seen = Teleportation.trials(resource, 20_000, new SplittableRandom(84));
    assertTrue(seen.sigmasFrom(Teleportation.averageFidelity(resource)) < 4, "seed 84, " + seen);
  }

  @Test
  void bitsAreEvenlyDistributed() {
    SplittableRandom rng = new SplittableRandom(85);
    int[] seen = new int[4];
    int n = 4000;
    for (int i = 0; i < n; i++) {
      var round = Teleportation.round(StateVector.zero(1), Bell.phiPlus(), rng);
      seen[2 * round.phaseBit() + round.flipBit()]++;
    }
    for (int count : seen) {
      assertTrue(Estimate.ofCount(count, n).sigmasFrom(0.25) < 4, "seed 85, " + count);
    }
  }

  @Test
  void superdenseCoding() {
    SplittableRandom rng = new SplittableRandom(86);
    for (int message = 0; message < 4; message++) {
      assertEquals(message, SuperdenseCoding.send(message, Bell.phiPlus(), rng));
    }
    assertEquals(2, SuperdenseCoding.capacityBits(Bell.psiPlus()), 1e-12);
    assertEquals(1, SuperdenseCoding.capacityBits(StateVector.zero(2)), 1e-12);
    assertEquals(0, SuperdenseCoding.capacityBits(DensityMatrix.maximallyMixed(2)), 1e-12);
    double angle = 0.3;
    StateVector weak = StateVector.ofReal(Math.cos(angle), 0, 0, Math.sin(angle));
    assertEquals(
        1 + Entropy.binary(Math.pow(Math.cos(angle), 2)),
        SuperdenseCoding.capacityBits(weak),
        1e-12);
    int right = 0;
    int n = 4000;
    for (int i = 0; i < n; i++) {
      right += SuperdenseCoding.send(i % 4, Werner.ofFidelity(0.8), rng) == i % 4 ? 1 : 0;
    }
    assertTrue(Estimate.ofCount(right, n).sigmasFrom(0.8) < 4, "seed 86, " + right);
  }

  /** Bob's qubit, and each of his outcomes, whatever Alice does to hers. */
  @Test
  void noMessageTravels() {
    SplittableRandom rng = new SplittableRandom(87);
    for (int i = 0; i < 50; i++) {
      DensityMatrix pair = i == 0 ? Bell.psiMinus().densityMatrix() : DensityMatrix.random(2, rng);
      ComplexMatrix before = pair.partialTrace(0).matrix();
      Direction any = Direction.ofAngles(Math.PI * rng.nextDouble(), 6.28 * rng.nextDouble());
      DensityMatrix[] after = {
        pair.measuredUnread(Povm.along(any), 0),
        pair.apply(Gate.rotation(any, 1.7), 0),
        pair.apply(Noise.amplitudeDamping(0.6), 0),
        pair.measuredUnread(
            Discrimination.unambiguous(StateVector.zero(1), StateVector.qubit(Direction.ofX())), 0)
      };
      for (DensityMatrix state : after) {
        assertEquals(0, state.partialTrace(0).matrix().distance(before), 1e-12);
      }
    }
  }

  /** The same by counting: Bob's clicks, when Alice measures along Z or along X before him. */
  @Test
  void noMessageTravelsInTrials() {
    SplittableRandom rng = new SplittableRandom(88);
    int n = 5000;
    Povm bob = Povm.along(Direction.inPlane(0.4));
    for (Direction alice : new Direction[] {Direction.ofZ(), Direction.ofX()}) {
      int up = 0;
      for (int i = 0; i < n; i++) {
        var left = Bell.psiMinus().measure(Povm.along(alice), new int[] {0}, rng).state();
        up += left.measure(bob, new int[] {1}, rng).outcome() == 0 ? 1 : 0;
      }
      assertTrue(Estimate.ofCount(up, n).sigmasFrom(0.5) < 4, "seed 88, " + alice + " " + up);
    }
  }

  @Test
  void refusesBadInput() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Teleportation.send(StateVector.zero(2), Bell.phiPlus()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Teleportation.send(StateVector.zero(1), StateVector.ghz(3)));
    assertEquals(
        "averageFidelity must be from 0.3333333333333333 to 1, was 0.2",
        assertThrows(IllegalArgumentException.class, () -> Teleportation.resourceFidelity(0.2))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> SuperdenseCoding.send(4, Bell.phiPlus(), new SplittableRandom(1)));
  }
}
