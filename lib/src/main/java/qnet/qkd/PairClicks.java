package qnet.qkd;

import qnet.channel.PairSource;

/**
 * What two receivers see of a source of photon pairs between them: click probabilities and
 * correlations, exactly, for threshold detectors whose double clicks count as random bits.
 *
 * <p>Down-conversion into one mode of each polarisation is a Gaussian state: two modes a, b with λ
 * = ⟨a†a⟩ = ⟨b†b⟩ and ⟨ab⟩² = λ(1 + λ)·κ stay dark behind efficiencies η_A, η_B with probability
 *
 * <p>1/[(1 + η_Aλ)(1 + η_Bλ) − η_Aη_Bλ(1 + λ)κ]
 *
 * <p>where κ is cos² of the angle between the two analysers. A single pair gives its own, simpler
 * sums. The forms below are rearranged so that nothing cancels when the loss is high.
 *
 * @param alice Alice's receiver behind her arm
 * @param bob Bob's receiver behind his arm
 * @param statistics how many pairs a pulse makes
 * @param meanPairNumber mean number μ of pairs per pulse
 */
record PairClicks(
    Receiver alice, Receiver bob, PairSource.Statistics statistics, double meanPairNumber) {

  private boolean singlePair() {
    return statistics == PairSource.Statistics.SINGLE_PAIR;
  }

  private double lambda() {
    return meanPairNumber / 2;
  }

  /** The probability that one side, whatever happens on the other, has a click. */
  double clickProbability(Receiver side) {
    return -StrictMath.expm1(-2 * side.meanNoise() + logNoLight(side));
  }

  /** The logarithm of the probability that no photon is registered on one side. */
  private double logNoLight(Receiver side) {
    return singlePair()
        ? StrictMath.log1p(-meanPairNumber * side.eta())
        : -2 * StrictMath.log1p(side.eta() * lambda());
  }

  private double noClick(Receiver side) {
    return StrictMath.exp(-2 * side.meanNoise() + logNoLight(side));
  }

  /** η_Aη_Bλ(1 + λ)κ/[(1 + η_Aλ)(1 + η_Bλ)], by which light in both arms goes together. */
  private double togetherness(double cosSquared) {
    double lambda = lambda();
    return alice.eta()
        * bob.eta()
        * lambda
        * (1 + lambda)
        * cosSquared
        / ((1 + alice.eta() * lambda) * (1 + bob.eta() * lambda));
  }

  /** Q: the probability that both sides have a click. Ma, Fung, Lo 2007, Eq. (9). */
  double gain() {
    double chance = clickProbability(alice) * clickProbability(bob);
    double bothDark = noClick(alice) * noClick(bob);
    if (singlePair()) {
      return chance
          + StrictMath.exp(-2 * (alice.meanNoise() + bob.meanNoise()))
              * meanPairNumber
              * (1 - meanPairNumber)
              * alice.eta()
              * bob.eta();
    }
    double x = togetherness(1);
    double excess = x * (2 - x) / ((1 - x) * (1 - x)); // 1/(1 − x)² − 1
    return chance + bothDark * excess;
  }

  /** E·Q: the probability that both sides have a click and different bits. */
  double errorGain(double misalignment) {
    return (gain() - (1 - 2 * misalignment) * correlation(1)) / 2; // Ma, Fung, Lo 2007, Eq. (10)
  }

  /** The probability that no detector clicks on either side. */
  double bothDarkProbability() {
    double noNoise = StrictMath.exp(-2 * (alice.meanNoise() + bob.meanNoise()));
    if (singlePair()) {
      double lost = (1 - alice.eta()) * (1 - bob.eta());
      return noNoise * (1 - meanPairNumber + meanPairNumber * lost);
    }
    double x = togetherness(1);
    return noClick(alice) * noClick(bob) / ((1 - x) * (1 - x));
  }

  /**
   * The mean product of the two bits, written +1 and −1, for analysers at an angle: P(equal) −
   * P(different) among all pulses, where a pulse without a bit on one side counts as 0.
   *
   * <p>At angle 0 this is the bracket of Ma, Fung, Lo 2007, Eq. (10), times the probability that
   * the two detectors that should stay dark have no noise, which the paper leaves out.
   *
   * @param cosSquared cos² of the angle between the polarisation analysers
   */
  double correlation(double cosSquared) {
    double noNoise = StrictMath.exp(-alice.meanNoise() - bob.meanNoise());
    if (singlePair()) {
      return noNoise * meanPairNumber * alice.eta() * bob.eta() * (2 * cosSquared - 1);
    }
    double lambda = lambda();
    double same = togetherness(cosSquared);
    double crossed = togetherness(1 - cosSquared);
    return 2
        * noNoise
        * (same - crossed)
        / ((1 - same) * (1 - crossed) * (1 + alice.eta() * lambda) * (1 + bob.eta() * lambda));
  }
}
