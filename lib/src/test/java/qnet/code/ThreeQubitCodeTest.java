package qnet.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qnet.state.Gate;
import qnet.state.StateVector;

class ThreeQubitCodeTest {
  /** No flip, then a flip of each of the three qubits. */
  private static final int[] SYNDROMES = {0, 2, 3, 1};

  @ParameterizedTest
  @EnumSource(ThreeQubitCode.Flip.class)
  void aSingleFlipIsNamedAndUndoneAndTheAmplitudesStay(ThreeQubitCode.Flip flip) {
    var rng = new SplittableRandom(71);
    var code = new ThreeQubitCode(flip);
    for (int i = 0; i < 5; i++) {
      StateVector qubit = StateVector.random(1, rng);
      StateVector block = code.encode(qubit);
      for (int flipped = -1; flipped < 3; flipped++) {
        StateVector damaged = flipped < 0 ? block : code.flip(block, flipped);
        var read = code.syndrome(damaged, rng);
        assertEquals(SYNDROMES[flipped + 1], read.outcome());
        assertEquals(1, read.probability(), 1e-12, "the outcome does not depend on α and β");
        assertEquals(1, damaged.overlap(read.state()), 1e-12, "reading changes nothing");
        StateVector back = code.decode(code.correct(read.state(), read.outcome()));
        assertEquals(1, back.overlap(qubit), 1e-12);
      }
    }
  }

  @Test
  void theBlockIsTheOneOfTheBooks() {
    StateVector qubit = StateVector.ofReal(0.6, 0.8);
    StateVector block = ThreeQubitCode.bitFlip().encode(qubit);
    assertEquals(0.6, block.re(0), 1e-12);
    assertEquals(0.8, block.re(7), 1e-12);
    StateVector plus = StateVector.zero(1).apply(Gate.h(), 0);
    assertEquals(
        1,
        ThreeQubitCode.phaseFlip()
            .encode(StateVector.zero(1))
            .overlap(plus.tensor(plus).tensor(plus)),
        1e-12);
  }

  @Test
  void twoFlipsAreTakenForOne() {
    var code = ThreeQubitCode.bitFlip();
    StateVector block = code.flip(code.flip(code.encode(StateVector.zero(1)), 0), 2);
    var read = code.syndrome(block, new SplittableRandom(1));
    assertEquals(3, read.outcome(), "blames the middle one");
    assertEquals(
        1,
        code.decode(code.correct(read.state(), read.outcome())).overlap(StateVector.basis("1")),
        1e-12);
  }

  @ParameterizedTest
  @EnumSource(ThreeQubitCode.Flip.class)
  void fidelityAgreesWithTrials(ThreeQubitCode.Flip flip) {
    var code = new ThreeQubitCode(flip);
    var qubit = StateVector.random(1, new SplittableRandom(72));
    var seen = code.trials(qubit, 0.2, 10_000, new SplittableRandom(73));
    assertTrue(seen.sigmasFrom(code.fidelity(qubit, 0.2)) < 4, () -> "seed 73, " + seen);
  }

  @Test
  void theMajorityVoteKeepsTheBitAndLosesTheSuperposition() {
    var code = ThreeQubitCode.bitFlip();
    var rng = new SplittableRandom(74);
    StateVector one = code.flip(code.encode(StateVector.basis("1")), 1);
    assertEquals(1, code.majorityVote(one, rng).outcome());
    assertEquals(1, code.majorityVote(one, rng).probability(), 1e-12);
    StateVector plus = StateVector.ofReal(Math.sqrt(0.5), Math.sqrt(0.5));
    int ones = 0;
    for (int i = 0; i < 400; i++) {
      var vote = code.majorityVote(code.encode(plus), rng);
      ones += vote.outcome();
      assertEquals(0.5, vote.state().overlap(plus), 1e-12);
    }
    assertTrue(Math.abs(ones - 200) < 40, "seed 74, saw " + ones);
  }

  @Test
  void theOtherFlipGrows() {
    var code = ThreeQubitCode.bitFlip();
    assertEquals(0, code.otherFlipProbability(0));
    assertEquals(0.01, code.otherFlipProbability(0.01) / 3, 3e-4);
    assertEquals(3 * 0.1 * 0.81 + 0.001, code.otherFlipProbability(0.1), 1e-12);
    assertEquals(1, code.otherFlipProbability(1), 1e-12);
    StateVector plus = StateVector.zero(1).apply(Gate.h(), 0);
    StateVector dephased = code.encode(plus).apply(Gate.z(), 1);
    var read = code.syndrome(dephased, new SplittableRandom(1));
    assertEquals(0, read.outcome(), "not seen");
    assertEquals(0, code.decode(read.state()).overlap(plus), 1e-12, "and fatal");
  }

  @Test
  void closedForms() {
    var code = ThreeQubitCode.bitFlip();
    assertEquals(3 * 0.01 - 2 * 0.001, code.failureProbability(0.1), 1e-12);
    assertEquals(1 - 0.028, code.fidelity(StateVector.zero(1), 0.1), 1e-12);
    StateVector plus = StateVector.zero(1).apply(Gate.h(), 0);
    assertEquals(1, code.fidelity(plus, 0.1), 1e-12, "a bit flip does nothing to |+⟩");
    assertEquals(0.972, code.withCorrects(ThreeQubitCode.Flip.PHASE).fidelity(plus, 0.1), 1e-12);
  }

  @Test
  void inputsAreChecked() {
    var code = ThreeQubitCode.bitFlip();
    var qubit = StateVector.zero(1);
    assertEquals(
        "qubits of the state must be 1, was 2",
        assertThrows(IllegalArgumentException.class, () -> code.encode(StateVector.zero(2)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> code.flip(qubit, 0));
    assertThrows(IllegalArgumentException.class, () -> code.correct(StateVector.zero(3), 4));
    assertThrows(
        IllegalArgumentException.class, () -> code.decode(StateVector.basis("001")), "no codeword");
    assertThrows(
        IllegalArgumentException.class, () -> code.trials(qubit, 1.1, 10, new SplittableRandom(1)));
    assertThrows(IllegalArgumentException.class, () -> code.otherFlipProbability(Double.NaN));
  }
}
