package qnet.qkd;

import java.util.random.RandomGenerator;

/** Draws how many photons a laser pulse of random phase holds. */
final class Poisson {
  private Poisson() {}

  /**
   * A Poisson number: how many uniform factors keep the product above e^(−μ).
   *
   * @param emptyProbability e^(−μ), above 0
   */
  static int draw(double emptyProbability, RandomGenerator random) {
    int photons = 0;
    for (double product = random.nextDouble();
        product > emptyProbability;
        product *= random.nextDouble()) {
      photons++;
    }
    return photons;
  }
}
