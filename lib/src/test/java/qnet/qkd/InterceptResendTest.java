package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.run.Estimate;

/** Photons on the Bloch sphere against the listed fractions. */
class InterceptResendTest {
  private static final int PHOTONS = 400_000;

  /** A direction: one of three axes, up or down. */
  private record Direction(int axis, boolean down) {}

  private static Direction measure(Direction photon, int axis, SplittableRandom random) {
    return axis == photon.axis() ? photon : new Direction(axis, random.nextBoolean());
  }

  private static Direction attack(
      Direction photon, double fraction, int bases, SplittableRandom random) {
    return random.nextDouble() < fraction ? measure(photon, random.nextInt(bases), random) : photon;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 1})
  void sameBasisProtocols(double fraction) {
    // rows Q1 (two bases) and Q3 (three)
    var attack = new InterceptResend(fraction);
    assertWithin4(errors(fraction, 2, 1), attack.bb84Qber());
    assertWithin4(errors(fraction, 3, 2), attack.sixStateQber());
  }

  private static Estimate errors(double fraction, int bases, long seed) {
    var random = new SplittableRandom(seed);
    long errors = 0;
    long sifted = 0;
    for (int i = 0; i < PHOTONS; i++) {
      var sent = new Direction(random.nextInt(bases), random.nextBoolean());
      int basis = random.nextInt(bases);
      var read = measure(attack(sent, fraction, bases, random), basis, random);
      if (basis == sent.axis()) {
        sifted++;
        errors += read.equals(sent) ? 0 : 1;
      }
    }
    return Estimate.ofCount(errors, sifted);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void conclusiveProtocols(double fraction) {
    // rows Q17 (SARG04) and Q18 (B92)
    var attack = new InterceptResend(fraction);
    for (boolean fourStates : new boolean[] {true, false}) {
      var random = new SplittableRandom(fourStates ? 3 : 4);
      long conclusive = 0;
      long wrong = 0;
      for (int i = 0; i < PHOTONS; i++) {
        var sent = new Direction(random.nextInt(2), fourStates && random.nextBoolean());
        var other = new Direction(1 - sent.axis(), fourStates && random.nextBoolean());
        int basis = random.nextInt(2);
        var read = measure(attack(sent, fraction, 2, random), basis, random);
        var candidate = basis == sent.axis() ? sent : other;
        if (!read.equals(candidate)) { // this candidate is excluded
          conclusive++;
          wrong += candidate == sent ? 1 : 0;
        }
      }
      assertWithin4(Estimate.ofCount(conclusive, PHOTONS), attack.conclusiveFraction());
      assertWithin4(Estimate.ofCount(wrong, conclusive), attack.conclusiveQber());
    }
  }

  private static void assertWithin4(Estimate estimate, double expected) {
    assertTrue(estimate.sigmasFrom(expected) < 4, () -> estimate + " against " + expected);
  }

  @Test
  void wholeAttackAsInThePapers() {
    var all = new InterceptResend(1);
    assertEquals(0.25, all.bb84Qber());
    assertEquals(1.0 / 3, all.sixStateQber());
    assertEquals(0.375, all.conclusiveFraction());
    assertEquals(1.0 / 3, all.conclusiveQber(), 1e-15);
    assertEquals(0.5, all.informationBits());
    assertEquals(0.1, new InterceptResend(0.4).bb84Qber(), 1e-15);
    assertEquals(
        EveInformation.interceptResendBits(new InterceptResend(0.4).bb84Qber()),
        new InterceptResend(0.4).informationBits(),
        1e-15);
  }

  @Test
  void comparedBits() {
    var part = new InterceptResend(0.4);
    long n = part.requiredBits(1e-6);
    assertTrue(part.missProbability(n) <= 1e-6);
    assertTrue(part.missProbability(n - 1) > 1e-6);
    assertEquals(1, part.missProbability(0));
  }

  @Test
  void refusesWrongNumbers() {
    for (double f : new double[] {-0.1, 1.1, Double.NaN}) {
      assertEquals(
          "fraction must be from 0 to 1, was " + f,
          assertThrows(IllegalArgumentException.class, () -> new InterceptResend(f)).getMessage());
    }
    var attack = new InterceptResend(1);
    assertThrows(IllegalArgumentException.class, () -> attack.missProbability(-1));
    assertThrows(IllegalArgumentException.class, () -> attack.requiredBits(0));
    assertThrows(IllegalArgumentException.class, () -> attack.requiredBits(1));
    assertThrows(IllegalArgumentException.class, () -> attack.requiredBits(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new InterceptResend(0).requiredBits(0.1));
  }
}
