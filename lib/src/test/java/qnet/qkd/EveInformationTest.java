package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.state.Entropy;

class EveInformationTest {
  @Test
  void noErrorNoInformation() {
    assertEquals(0, EveInformation.interceptResendBits(0));
    assertEquals(0, EveInformation.individualBits(0), 1e-15);
    assertEquals(0, EveInformation.collectiveBits(0));
    assertEquals(0, EveInformation.collectiveSixStateBits(0));
    assertEquals(0, EveInformation.ofChshBits(2 * Math.sqrt(2)), 1e-7);
  }

  @Test
  void bobKnowsWhatTheErrorsLeave() {
    assertEquals(1, EveInformation.bobBits(0));
    assertEquals(0, EveInformation.bobBits(0.5), 1e-15);
    assertEquals(0.5, EveInformation.bobBits(0.11002786443835907), 1e-12); // h(Q) = ½
  }

  @Test
  void eveKnowsAsMuchAsBobAtEachThreshold() {
    double q = Thresholds.bb84();
    assertEquals(EveInformation.bobBits(q), EveInformation.collectiveBits(q), 1e-9);
    q = Thresholds.sixState();
    assertEquals(EveInformation.bobBits(q), EveInformation.collectiveSixStateBits(q), 1e-9);
    q = Thresholds.bb84Individual();
    assertEquals(EveInformation.bobBits(q), EveInformation.individualBits(q), 1e-9);
    q = Thresholds.deviceIndependent();
    double chsh = 2 * Math.sqrt(2) * (1 - 2 * q);
    assertEquals(EveInformation.bobBits(q), EveInformation.ofChshBits(chsh), 1e-9);
  }

  @Test
  void knowsEverythingAtOneHalf() {
    assertEquals(0.5, EveInformation.interceptResendBits(0.25));
    assertEquals(0.5, EveInformation.interceptResendBits(0.4));
    for (double q : new double[] {0.5, 0.7, 1}) {
      assertEquals(1, EveInformation.individualBits(q));
      assertEquals(1, EveInformation.collectiveBits(q));
      assertEquals(1, EveInformation.collectiveSixStateBits(q));
    }
    for (double s : new double[] {-1, 0, 2}) {
      assertEquals(1, EveInformation.ofChshBits(s));
    }
  }

  @Test
  void strongerAttacksTellMore() {
    for (double q = 0.005; q < 0.25; q += 0.005) {
      double intercept = EveInformation.interceptResendBits(q);
      double individual = EveInformation.individualBits(q);
      double six = EveInformation.collectiveSixStateBits(q);
      double collective = EveInformation.collectiveBits(q);
      double untrusted = EveInformation.ofChshBits(2 * Math.sqrt(2) * (1 - 2 * q));
      assertTrue(intercept < individual, "at " + q);
      assertTrue(individual < collective, "at " + q);
      assertTrue(six < collective, "at " + q);
      assertTrue(collective < untrusted, "at " + q);
    }
  }

  @Test
  void growsWithTheErrorRate() {
    DoubleUnaryOperator[] attacks = {
      EveInformation::individualBits,
      EveInformation::collectiveBits,
      EveInformation::collectiveSixStateBits,
      s -> EveInformation.ofChshBits(2.82 - 1.6 * s)
    };
    for (var attack : attacks) {
      for (double q = 0.01; q < 0.5; q += 0.01) {
        assertTrue(attack.applyAsDouble(q) > attack.applyAsDouble(q - 0.01), "at " + q);
      }
    }
  }

  @Test
  void sixStateInformationIsThatOfABellDiagonalState() {
    // χ = H(λ) − h(Q) with weights 1 − 3Q/2, Q/2, Q/2, Q/2
    for (double q : new double[] {0.01, 0.05, 0.126, 0.3}) {
      double entropy = -(1 - 1.5 * q) * Math.log(1 - 1.5 * q) - 1.5 * q * Math.log(q / 2);
      assertEquals(
          entropy / Math.log(2) - Entropy.binary(q),
          EveInformation.collectiveSixStateBits(q),
          1e-14);
    }
  }

  @Test
  void violationBeyondTsirelsonCountsAsMaximal() {
    assertEquals(EveInformation.ofChshBits(2 * Math.sqrt(2)), EveInformation.ofChshBits(3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesWrongErrorRates(double q) {
    DoubleUnaryOperator[] attacks = {
      EveInformation::interceptResendBits,
      EveInformation::individualBits,
      EveInformation::collectiveBits,
      EveInformation::collectiveSixStateBits
    };
    for (var attack : attacks) {
      assertEquals(
          "qber must be from 0 to 1, was " + q,
          assertThrows(IllegalArgumentException.class, () -> attack.applyAsDouble(q)).getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> EveInformation.ofChshBits(Double.NaN));
  }
}
