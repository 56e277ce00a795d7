package qnet.qkd;

import java.util.List;
import qnet.run.Xoshiro256;

/**
 * How each of two parties chooses a basis for every pulse: the first with its own probability, the
 * others equally often.
 *
 * @param bases the bases
 * @param firstProbability how often the first is chosen
 */
record BasisChoice(List<Basis> bases, double firstProbability) {
  /** Z and X, so often that both choose the same with probability q. */
  static BasisChoice ofTwo(double siftingFactor) {
    // z² + (1 − z)² = q
    return new BasisChoice(List.of(Basis.Z, Basis.X), (1 + Math.sqrt(2 * siftingFactor - 1)) / 2);
  }

  /** Z, X and Y, so often that both choose the same with probability q. */
  static BasisChoice ofThree(double siftingFactor) {
    // z² + (1 − z)²/2 = q; rounding must not make the root imaginary at q = 1/3
    return new BasisChoice(
        List.of(Basis.Z, Basis.X, Basis.Y),
        (1 + Math.sqrt(Math.max(0, 6 * siftingFactor - 2))) / 3);
  }

  double probability(Basis basis) {
    return basis == bases.get(0) ? firstProbability : (1 - firstProbability) / (bases.size() - 1);
  }

  Basis draw(Xoshiro256 random) {
    if (random.nextDouble() < firstProbability) {
      return bases.get(0);
    }
    return bases.size() == 2 ? bases.get(1) : bases.get(1 + random.nextInt(bases.size() - 1));
  }
}
