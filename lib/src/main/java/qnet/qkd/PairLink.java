package qnet.qkd;

import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.PairSource;

/**
 * A pair source between two receivers: what the protocols that use one share. The protocol itself
 * comes in as the secret bits that it makes of the clicks.
 *
 * @param source the source; NaN pairs per pulse stands for the best number
 * @param alice Alice's receiver behind her arm
 * @param bob Bob's receiver behind his arm
 * @param misalignment probability that the correlation of a pulse is turned round
 * @param model the protocol
 */
record PairLink(PairSource source, Receiver alice, Receiver bob, double misalignment, Model model) {
  /** The brightness where no key is possible and none is better than another. */
  private static final double USUAL_MEAN_PAIR_NUMBER = 0.1;

  /** How a protocol makes key of the clicks. */
  @FunctionalInterface
  interface Model {
    /** Secret bits per pump pulse; negative where there is no key. */
    double bits(PairClicks clicks, double misalignment);
  }

  /** Receivers behind two links. */
  static PairLink of(
      PairSource source,
      Link alice,
      Detector aliceDetector,
      Link bob,
      Detector bobDetector,
      double misalignment,
      Model model) {
    return new PairLink(
        source,
        Receiver.behind(alice, aliceDetector, misalignment, Analysis.THRESHOLD),
        Receiver.behind(bob, bobDetector, misalignment, Analysis.THRESHOLD),
        misalignment,
        model);
  }

  PairClicks clicks() {
    return clicks(meanPairNumber());
  }

  PairClicks clicks(double meanPairNumber) {
    return new PairClicks(alice, bob, source.statistics(), meanPairNumber);
  }

  private double bits(double meanPairNumber) {
    var clicks = clicks(meanPairNumber);
    return clicks.gain() > 0 ? model.bits(clicks, misalignment) : 0;
  }

  private boolean dark() {
    return alice.eta() == 0 || bob.eta() == 0;
  }

  /** The pairs per pulse of the source, or the best number if it is left open. */
  double meanPairNumber() {
    if (!Double.isNaN(source.meanPairNumber())) {
      return source.meanPairNumber();
    }
    double best = dark() ? Double.NaN : IntensitySearch.best(this::bits);
    return best > 0 ? best : USUAL_MEAN_PAIR_NUMBER;
  }

  KeyRate rate(Detector aliceDetector, Detector bobDetector) {
    double mu = meanPairNumber();
    var clicks = clicks(mu);
    double gain = clicks.gain();
    double bits = Math.max(0, bits(mu));
    double clockHz = source.repetitionRateHz();
    double live =
        aliceDetector.liveFraction(clicks.clickProbability(alice) * clockHz)
            * bobDetector.liveFraction(clicks.clickProbability(bob) * clockHz);
    return new KeyRate(
        bits, clockHz * live, gain, clicks.errorGain(misalignment) / gain, limit(bits));
  }

  private String limit(double bits) {
    if (bits > 0) {
      return "loss";
    }
    if (dark()) {
      return "no light arrives";
    }
    var noiseless =
        new PairLink(source, withoutNoise(alice), withoutNoise(bob), misalignment, model);
    if (noiseless.bits(noiseless.meanPairNumber()) > 0) {
      return "dark counts and stray light";
    }
    if (source.statistics() == PairSource.Statistics.DOWN_CONVERSION) {
      var anyPower =
          new PairLink(
              source.withMeanPairNumber(Double.NaN),
              noiseless.alice,
              noiseless.bob,
              misalignment,
              model);
      if (anyPower.bits(anyPower.meanPairNumber()) > 0) {
        return "pulses of several pairs";
      }
    }
    return "misalignment";
  }

  private static Receiver withoutNoise(Receiver receiver) {
    return new Receiver(receiver.eta(), 0, receiver.misalignment(), receiver.analysis());
  }
}
