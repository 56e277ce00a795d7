package qnet.qkd;

/** Laser pulses of several intensities, strongest first, each sent with a probability. */
final class PulseMix {
  private final double[] meanPhotonNumbers;
  private final double[] probabilities;
  private final double[] empty;

  PulseMix(double[] meanPhotonNumbers, double[] probabilities) {
    this.meanPhotonNumbers = meanPhotonNumbers;
    this.probabilities = probabilities;
    this.empty = new double[meanPhotonNumbers.length];
    for (int k = 0; k < empty.length; k++) {
      empty[k] = StrictMath.exp(-meanPhotonNumbers[k]);
    }
  }

  /** Pulses of one intensity. */
  static PulseMix of(double meanPhotonNumber) {
    return new PulseMix(new double[] {meanPhotonNumber}, new double[] {1});
  }

  int size() {
    return empty.length;
  }

  double meanPhotonNumber(int k) {
    return meanPhotonNumbers[k];
  }

  double probability(int k) {
    return probabilities[k];
  }

  /** e^(−k): the probability that a pulse of this intensity is empty. */
  double emptyOf(int k) {
    return empty[k];
  }

  /** τ₀ = Σ p_k·e^(−k): the probability that a pulse is empty. */
  double emptyProbability() {
    double sum = 0;
    for (int k = 0; k < empty.length; k++) {
      sum += probabilities[k] * empty[k];
    }
    return sum;
  }

  /** τ₁ = Σ p_k·e^(−k)·k: the probability that a pulse holds one photon. */
  double singlePhotonProbability() {
    double sum = 0;
    for (int k = 0; k < empty.length; k++) {
      sum += probabilities[k] * empty[k] * meanPhotonNumbers[k];
    }
    return sum;
  }

  /** (e^k/p_k)·(count + deviation): the bounds n± of Lim et al. 2014 and Rusca et al. 2018. */
  double scaled(int k, double count, double deviation) {
    return (count + deviation) / (empty[k] * probabilities[k]);
  }
}
