package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.AmplifiedLink;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.run.Estimate;

class MeasureAndResendTest {
  private static final Bb84 PROTOCOL = Bb84.standard().withDetector(Detector.snspd());
  private static final Fiber FIBER = Fiber.standard().withLengthKm(100);

  @Test
  void aPerfectRelayMakesAQuarterOfTheBitsWrong() {
    var rate = new MeasureAndResend(Bb84.ideal()).over(() -> 1, () -> 1);
    assertEquals(0.25, rate.qber(), 1e-12); // Bennett, Brassard 1984
    assertEquals(1, rate.gain(), 1e-12);
    assertEquals(0, rate.bitsPerUse());
    assertEquals("the relay measures", rate.limit());
    // each arm turns a quarter of the bits: 2·¼·¾ of those that were measured in the right basis
    var bent = new MeasureAndResend(Bb84.ideal().withMisalignment(0.25)).over(() -> 1, () -> 1);
    assertEquals(0.375 / 2 + 0.25, bent.qber(), 1e-12);
    assertEquals("no light arrives", new MeasureAndResend(Bb84.ideal()).over(() -> 0).limit());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 5})
  void photonsThroughTheRelayOneByOne(double lossDb) {
    var relay = new MeasureAndResend(PROTOCOL.withMisalignment(0.06));
    Link arm = Link.ofLossDb(lossDb);
    var rate = relay.over(arm, arm);
    var counts = relay.simulate(arm, arm, 300_000, new SplittableRandom(6));
    assertTrue(Estimate.ofCount(counts.detected(), counts.sent()).sigmasFrom(rate.gain()) < 4);
    assertTrue(Estimate.ofCount(counts.errors(), counts.detected()).sigmasFrom(rate.qber()) < 4);
    assertEquals(0.5, (double) counts.sent() / counts.pulses(), 0.005);
    assertEquals(counts, relay.simulate(arm, arm, 300_000, new SplittableRandom(6)));
  }

  @Test
  void itBringsTheLightButNotTheKey() {
    var direct = PROTOCOL.over(FIBER);
    var relayed = new MeasureAndResend(PROTOCOL).over(FIBER);
    assertTrue(direct.bitsPerUse() > 0);
    // its own losses are those of the fibre: nothing is gained by a relay that must see the photon
    assertEquals(relayed.gain() / direct.gain(), 0.92, 0.01);
    assertTrue(relayed.qber() > 0.25);
  }

  @Test
  void anAmplifierBringsTheLightAndErrors() {
    var direct = PROTOCOL.over(FIBER);
    var amplified = PROTOCOL.over(AmplifiedLink.lossless(FIBER));
    assertTrue(amplified.gain() > 50 * direct.gain());
    assertEquals(0, amplified.bitsPerUse());
    assertTrue(amplified.qber() > 0.11);
    double before = direct.qber();
    for (double gain : new double[] {1.1, 2, 10, 100}) {
      double qber = PROTOCOL.over(AmplifiedLink.lossless(FIBER).withGain(gain)).qber();
      assertTrue(qber > before);
      before = qber;
    }
  }

  @Test
  void anAmplifierGivesNoKeyOfQuadraturesEither() {
    var protocol = CvQkd.standard();
    var fiber = FIBER.withLengthKm(25);
    assertTrue(protocol.over(fiber).bitsPerUse() > 0);
    var amplified = AmplifiedLink.lossless(fiber);
    assertEquals(0, protocol.withExcessNoise(amplified.excessNoise()).over(amplified).bitsPerUse());
    var none = amplified.withGain(1);
    assertEquals(
        protocol.over(fiber).bitsPerUse(),
        protocol.withExcessNoise(0.01 + none.excessNoise()).over(none).bitsPerUse(),
        1e-9);
  }
}
