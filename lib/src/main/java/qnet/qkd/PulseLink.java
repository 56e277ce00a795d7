package qnet.qkd;

import java.util.Objects;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.channel.Source;

/**
 * A source of pulses in front of a receiver: what prepare-and-measure protocols share. The protocol
 * itself comes in as what it makes of the clicks.
 *
 * @param source the source; a mean photon number of NaN stands for the best one
 * @param receiver Bob's receiver behind the link
 * @param model the protocol
 */
record PulseLink(Source source, Receiver receiver, Model model) {
  /** The intensity where no key is possible and no intensity better than another. */
  private static final double USUAL_MEAN_PHOTON_NUMBER = 0.5;

  /** No protocol here has its best intensity above this. */
  private static final double HIGHEST_MEAN_PHOTON_NUMBER = 2;

  /** How a protocol makes key of the clicks behind a source of a mean photon number. */
  interface Model {
    /** The probability that a pulse ends in a bit that is compared in sifting. */
    double gain(Receiver receiver, double meanPhotonNumber);

    /** The probability that it ends in a wrong one. */
    double errorGain(Receiver receiver, double meanPhotonNumber);

    /** Secret bits per pulse; negative where there is no key. */
    double bits(Receiver receiver, double meanPhotonNumber);
  }

  PulseLink {
    Objects.requireNonNull(source);
    Objects.requireNonNull(model);
  }

  static PulseLink of(
      Source source,
      Link link,
      Detector detector,
      double misalignment,
      Analysis analysis,
      Model model) {
    return new PulseLink(source, Receiver.behind(link, detector, misalignment, analysis), model);
  }

  private double bits(double meanPhotonNumber) {
    var behind = at(meanPhotonNumber);
    return model.gain(behind, meanPhotonNumber) > 0 ? model.bits(behind, meanPhotonNumber) : 0;
  }

  /**
   * The receiver under a steady stream of pulses of a mean photon number, after-pulses included.
   */
  Receiver at(double meanPhotonNumber) {
    return laser()
        ? receiver.withAfterpulsesOfLaser(meanPhotonNumber)
        : receiver.withAfterpulsesOf(meanPhotonNumber * receiver.eta() / 2);
  }

  /** The mean photon number of the source, or the best one if it is left open. */
  double meanPhotonNumber() {
    if (!Double.isNaN(source.meanPhotonNumber())) {
      return source.meanPhotonNumber();
    }
    double best =
        receiver.eta() > 0
            ? IntensitySearch.best(this::bits, HIGHEST_MEAN_PHOTON_NUMBER)
            : Double.NaN;
    return best > 0 ? best : USUAL_MEAN_PHOTON_NUMBER;
  }

  KeyRate rate(Detector detector) {
    double mu = meanPhotonNumber();
    double gain = model.gain(at(mu), mu);
    double bits = Math.max(0, bits(mu));
    double clockHz = source.repetitionRateHz();
    return new KeyRate(
        bits,
        clockHz * detector.liveFraction(clickProbability(mu) * clockHz),
        gain,
        model.errorGain(at(mu), mu) / gain,
        limit(bits, mu));
  }

  private boolean laser() {
    return source.statistics() == Source.Statistics.POISSON;
  }

  private double clickProbability(double mu) {
    return laser()
        ? at(mu).gain(mu)
        : mu * at(mu).singlePhotonYield() + (1 - mu) * at(mu).emptyYield();
  }

  private String limit(double bits, double mu) {
    if (bits > 0) {
      return "loss";
    }
    if (receiver.eta() == 0) {
      return "no light arrives";
    }
    var noiseless =
        with(new Receiver(receiver.eta(), 0, receiver.misalignment(), receiver.analysis()));
    if (noiseless.bits(mu) > 0) {
      return "dark counts and stray light";
    }
    if (laser()) {
      var anyIntensity =
          new PulseLink(source.withMeanPhotonNumber(Double.NaN), noiseless.receiver, model);
      if (anyIntensity.bits(anyIntensity.meanPhotonNumber()) > 0) {
        return "pulses of several photons";
      }
    }
    var aligned = with(new Receiver(receiver.eta(), 0, 0, receiver.analysis()));
    return aligned.bits(mu) > 0 ? "misalignment" : "loss that hides a measurement by Eve";
  }

  private PulseLink with(Receiver other) {
    return new PulseLink(source, other, model);
  }
}
