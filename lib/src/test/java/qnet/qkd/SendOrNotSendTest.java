package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Source;
import qnet.limit.Plob;
import qnet.limit.RepeaterBound;
import qnet.run.Estimate;
import qnet.state.Entropy;

class SendOrNotSendTest {
  private static Detector detector(double efficiency, double darkCountProbability) {
    return new Detector(efficiency, 0, 1, 0).withDarkCountProbability(darkCountProbability);
  }

  private static void assertClose(long successes, long trials, double expected) {
    double sigmas = Estimate.ofCount(successes, trials).sigmasFrom(expected);
    assertTrue(sigmas < 4, successes + " of " + trials + " against " + expected);
  }

  @Test
  void beatsDirectTransmissionAThousandTimesAt700Km() {
    // the headline of Wang, Yu, Hu 2018, with 15 % of misalignment: 2·10⁻¹¹ against 1.4·10⁻¹⁴
    var link = Fiber.standard().withLengthKm(700);
    double bits = SendOrNotSend.wangYuHu().over(link).bitsPerUse();
    assertEquals(2e-11, bits, 0.2e-11);
    assertEquals(1.3e3, bits / Plob.bitsPerUse(link), 0.2e3);
  }

  /** Windows drawn one by one: who sends, the phases, and the clicks of two detectors. */
  @Test
  void windowsByDrawing() {
    double eta = 0.4;
    double mu = 0.6;
    double noise = 0.01;
    double sending = 0.3;
    var random = new SplittableRandom(21);
    int windows = 1_000_000;
    int clicks = 0;
    int errors = 0;
    int any = 0;
    for (int i = 0; i < windows; i++) {
      boolean alice = random.nextDouble() < sending;
      boolean bob = random.nextDouble() < sending;
      double a = alice ? eta * mu : 0;
      double b = bob ? eta * mu : 0;
      double wave = Math.cos(2 * Math.PI * random.nextDouble());
      double left = (a + b) / 2 + Math.sqrt(a * b) * wave;
      double right = (a + b) / 2 - Math.sqrt(a * b) * wave;
      boolean leftClick = random.nextDouble() > (1 - noise) * Math.exp(-left);
      boolean rightClick = random.nextDouble() > (1 - noise) * Math.exp(-right);
      any += leftClick || rightClick ? 1 : 0;
      if (leftClick != rightClick) {
        clicks++;
        errors += alice == bob ? 1 : 0; // Bob's bit is "not sent" if Alice's is "sent"
      }
    }
    var rate =
        new SendOrNotSend(Source.laser(), detector(eta, noise), 0.1, 1, 1, sending)
            .withMeanPhotonNumber(mu)
            .over(() -> 1);
    assertClose(clicks, windows, rate.gain());
    assertClose(errors, clicks, rate.qber());
    var slow =
        new SendOrNotSend(
                Source.laser(), detector(eta, noise).withDeadTimeNs(1000), 0.1, 1, 1, sending)
            .withMeanPhotonNumber(mu)
            .over(() -> 1);
    assertClose(any, windows, (1e9 / slow.usesPerSecond() - 1) / 1000);
  }

  /** Single photons split between both senders, drawn one by one. */
  @Test
  void singlePhotonsByDrawing() {
    double eta = 0.3;
    double noise = 0.05;
    double misalignment = 0.08;
    var random = new SplittableRandom(22);
    int photons = 1_000_000;
    int clicks = 0;
    int wrong = 0;
    for (int i = 0; i < photons; i++) {
      boolean rightClick = random.nextDouble() < noise;
      boolean wrongClick = random.nextDouble() < noise;
      if (random.nextDouble() < eta) {
        if (random.nextDouble() < misalignment) {
          wrongClick = true;
        } else {
          rightClick = true;
        }
      }
      if (rightClick != wrongClick) {
        clicks++;
        wrong += wrongClick ? 1 : 0;
      }
    }
    // with a single sender and free error correction the rate is 2ε(1 − ε)·μ·e^(−μ)·s₁·[1 − h(e₁)]
    double mu = 0.1;
    var windows = new SendingWindows(new Station(eta, eta, -Math.log1p(-noise)), misalignment, mu);
    double secret = windows.secretBits(0.2, 0) / (2 * 0.2 * 0.8 * mu * Math.exp(-mu));
    double s1 = (double) clicks / photons;
    double e1 = (double) wrong / clicks;
    double entropySlope = Math.log((1 - e1) / e1) / Math.log(2);
    double error =
        Math.hypot(
            (1 - Entropy.binary(e1)) * Math.sqrt(s1 * (1 - s1) / photons),
            s1 * entropySlope * Math.sqrt(e1 * (1 - e1) / clicks));
    assertEquals(s1 * (1 - Entropy.binary(e1)), secret, 4 * error);
  }

  @Test
  void theErrorsComeFromBothSending() {
    // no noise: 2ε(1 − ε) windows with one pulse, ε² with two, which click about twice as often
    var quiet =
        new SendOrNotSend(Source.laser(), detector(1, 0), 0, 1, 1, 0.1)
            .withMeanPhotonNumber(0.5)
            .over(() -> 1e-12);
    double one = 2 * 0.1 * 0.9;
    double both = 2 * 0.1 * 0.1;
    assertEquals(both / (one + both), quiet.qber(), 1e-5);
    // and not from misalignment, which only tells Eve
    var askew = SendOrNotSend.wangYuHu().withSendingProbability(0.02).withMeanPhotonNumber(0.4);
    var link = Fiber.standard().withLengthKm(300);
    assertEquals(askew.over(link).qber(), askew.withMisalignment(0).over(link).qber());
    assertTrue(askew.over(link).bitsPerUse() < askew.withMisalignment(0).over(link).bitsPerUse());
  }

  @Test
  void rateFallsWithTheSquareRootOfTheTransmittance() {
    var quiet = SendOrNotSend.wangYuHu().withDetector(detector(1, 0)).withMisalignment(0);
    assertEquals(
        1e4, quiet.over(() -> 1e-8).bitsPerUse() / quiet.over(() -> 1e-16).bitsPerUse(), 20);
    for (double km = 1; km < 800; km *= 1.4) {
      var link = Fiber.standard().withLengthKm(km);
      assertTrue(quiet.over(link).bitsPerUse() < RepeaterBound.bitsPerUse(link, 1));
    }
  }

  @Test
  void noChoiceOfAFineScanIsBetter() {
    var random = new SplittableRandom(23);
    int withKey = 0;
    for (int i = 0; i < 40; i++) {
      var protocol =
          SendOrNotSend.wangYuHu()
              .withDetector(
                  detector(
                      0.1 + 0.9 * random.nextDouble(), Math.pow(10, -6 - 5 * random.nextDouble())))
              .withMisalignment(0.2 * random.nextDouble());
      double eta = Math.pow(10, -8 * random.nextDouble());
      double found = protocol.over(() -> eta).bitsPerUse();
      double scanned = 0;
      for (double mu = 1; mu > 0.02; mu *= 0.93) {
        for (double sending = 0.5; sending > 1e-3; sending *= 0.93) {
          double bits =
              protocol
                  .withMeanPhotonNumber(mu)
                  .withSendingProbability(sending)
                  .over(() -> eta)
                  .bitsPerUse();
          scanned = Math.max(scanned, bits);
        }
      }
      assertTrue(found >= scanned * (1 - 1e-9), found + " against " + scanned + ": " + protocol);
      withKey += found > 0 ? 1 : 0;
    }
    assertTrue(withKey > 10, "cases with key: " + withKey);
  }

  @Test
  void optimumIsReturned() {
    var link = Fiber.standard().withLengthKm(300);
    var sns = SendOrNotSend.wangYuHu();
    var optimised = sns.optimisedFor(link);
    assertEquals(sns.over(link), optimised.over(link));
    assertEquals(optimised, optimised.optimisedFor(Fiber.standard()));
    assertTrue(optimised.sendingProbability() < 0.05);
    assertEquals(
        sns.over(link).bitsPerUse() / 4,
        sns.withSiftingFactor(0.25).over(link).bitsPerUse(),
        1e-18);
  }

  @Test
  void saysWhatLimits() {
    var sns = SendOrNotSend.wangYuHu();
    assertEquals("loss", sns.over(() -> 1e-3).limit());
    assertEquals("no light arrives", sns.over(() -> 0).limit());
    assertEquals("dark counts and stray light", sns.over(() -> 1e-18).limit());
    assertEquals("misalignment", sns.withMisalignment(0.5).over(() -> 1e-3).limit());
    assertEquals(
        "pulses of several photons", sns.withMeanPhotonNumber(20).over(() -> 1e-3).limit());
    assertTrue(Double.isNaN(sns.withDetector(detector(0, 0)).over(() -> 1).qber()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0, 1, 1.5})
  void refusesImpossibleSendingProbabilities(double value) {
    assertEquals(
        "sendingProbability must be > 0 and < 1, or NaN for the best one, was " + value,
        assertThrows(
                IllegalArgumentException.class,
                () -> SendOrNotSend.standard().withSendingProbability(value))
            .getMessage());
  }

  @Test
  void refusesOtherImpossibleThings() {
    var sns = SendOrNotSend.standard();
    assertThrows(IllegalArgumentException.class, () -> sns.withMisalignment(0.7));
    assertThrows(IllegalArgumentException.class, () -> sns.withErrorCorrectionEfficiency(0.9));
    assertThrows(IllegalArgumentException.class, () -> sns.withSiftingFactor(0));
    assertThrows(IllegalArgumentException.class, () -> sns.withSource(Source.singlePhoton()));
  }
}
