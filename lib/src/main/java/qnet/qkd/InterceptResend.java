package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.run.Require;
import qnet.state.Entropy;

/**
 * Intercept and resend: Eve measures a part of the photons in a basis of her choice and sends Bob
 * the state that she found.
 *
 * <p>BB84: Q = f/4, six-state: Q = f/3
 *
 * <p>SARG04 and B92 with the states |0⟩ and |+⟩: the conclusive part rises from 1/4 to 1/4 + f/8,
 * and f/8 of the photons give wrong bits
 *
 * <p>The chance to stay unseen while Alice and Bob compare n sifted bits of BB84 is (1 − f/4)ⁿ.
 *
 * <p>The errors are the same for every basis in the plane of Z and X. Her guess of a bit of BB84 is
 * right with probability
 *
 * <p>1/2 + f/4, and 1/2 + f·(cos²(π/8) − 1/2) in the Breidbart basis, halfway between Z and X,
 *
 * <p>where she guesses better and knows less: f·[1 − h(cos²(π/8))] = 0.399·f bits against f/2.
 *
 * <p>Valid for single photons without loss or noise and bases that are used equally often; the
 * formulas for B92 not in the Breidbart basis.
 *
 * <p>Ignores cleverer measurements; {@link EveInformation} has the best attacks.
 *
 * <p>References: C. H. Bennett, G. Brassard, Theor. Comput. Sci. 560, 7 (2014, first 1984),
 * doi:10.1016/j.tcs.2014.05.025; D. Bruß, Phys. Rev. Lett. 81, 3018 (1998),
 * doi:10.1103/PhysRevLett.81.3018; V. Scarani, A. Acín, G. Ribordy, N. Gisin, Phys. Rev. Lett. 92,
 * 057901 (2004), doi:10.1103/PhysRevLett.92.057901; C. H. Bennett, F. Bessette, G. Brassard, L.
 * Salvail, J. Smolin, J. Cryptology 5, 3 (1992), doi:10.1007/BF00191318, for the Breidbart basis;
 * the fractions follow by listing the cases.
 *
 * @param fraction f: part of the photons that Eve intercepts, from 0 to 1
 * @param basis in which she measures
 */
public record InterceptResend(double fraction, EveBasis basis) implements BulkEve {
  private static final double BETWEEN_RAD = Math.PI / 8;

  /** cos²(π/8) = 1/2 + 1/√8. */
  private static final double BREIDBART_GUESS = 0.5 + Math.sqrt(0.125);

  /**
   * Checks the components.
   *
   * @param fraction as above
   * @param basis as above
   * @throws IllegalArgumentException if the fraction is out of range
   */
  public InterceptResend {
    Objects.requireNonNull(basis);
    Require.probability("fraction", fraction);
  }

  /**
   * Interception in random bases, as in the first paper.
   *
   * @param fraction part of the photons that Eve intercepts, from 0 to 1
   */
  public InterceptResend(double fraction) {
    this(fraction, EveBasis.RANDOM);
  }

  /**
   * This attack on another part of the photons.
   *
   * @param fraction from 0 to 1
   * @return the changed attack
   */
  public InterceptResend withFraction(double fraction) {
    return new InterceptResend(fraction, basis);
  }

  /**
   * This attack in another basis.
   *
   * @param basis in which Eve measures
   * @return the changed attack
   */
  public InterceptResend withBasis(EveBasis basis) {
    return new InterceptResend(fraction, basis);
  }

  @Override
  public Pulse attack(Pulse pulse, RandomGenerator rng) {
    if (rng.nextDouble() >= fraction) {
      return pulse;
    }
    return switch (basis) {
      case RANDOM -> pulse.measured(rng.nextBoolean() ? Basis.X : Basis.Z, rng);
      case FIXED -> pulse.measured(Basis.Z, rng);
      case BREIDBART -> pulse.measured(BETWEEN_RAD, rng);
    };
  }

  @Override
  public Readings attack(long bits, long diagonal, RandomGenerator random) {
    long intercepted = coins(fraction, random);
    long coin = random.nextLong();
    if (basis == EveBasis.BREIDBART) {
      long wrong = coins(1 - BREIDBART_GUESS, random);
      long misread = coins(1 - BREIDBART_GUESS, random);
      long guess = intercepted & (bits ^ wrong) | ~intercepted & coin;
      return new Readings(intercepted & (wrong ^ misread), guess, intercepted);
    }
    long otherBasis = basis == EveBasis.RANDOM ? random.nextLong() : diagonal;
    long informed = intercepted & ~otherBasis;
    return new Readings(
        intercepted & otherBasis & random.nextLong(), informed & bits | ~informed & coin, informed);
  }

  /** 64 coins that show 1 with a probability: uniform binary fractions, compared digit by digit. */
  private static long coins(double probability, RandomGenerator random) {
    long heads = 0;
    long open = ~0L;
    double rest = probability;
    while (open != 0 && rest > 0) {
      rest *= 2;
      long digit = rest >= 1 ? ~0L : 0;
      rest -= rest >= 1 ? 1 : 0;
      long word = random.nextLong();
      heads |= open & digit & word;
      open &= digit ^ word;
    }
    return heads;
  }

  @Override
  public double informedGuessProbability() {
    return basis == EveBasis.BREIDBART ? BREIDBART_GUESS : 1;
  }

  @Override
  public EveEffect effect() {
    return new EveEffect(bb84Qber(), guessProbability(), informationBits());
  }

  @Override
  public Eve onFraction(double fraction) {
    Require.probability("fraction", fraction);
    return withFraction(this.fraction * fraction);
  }

  /**
   * How often Eve guesses a sifted bit of BB84 once the bases are announced.
   *
   * @return 1/2 + f/4, in the Breidbart basis 1/2 + f·(cos²(π/8) − 1/2)
   */
  public double guessProbability() {
    return 0.5 + fraction * (basis == EveBasis.BREIDBART ? BREIDBART_GUESS - 0.5 : 0.25);
  }

  /**
   * The error rate of BB84.
   *
   * @return f/4: Eve is wrong about the basis half of the time, and Bob then half of the time
   */
  public double bb84Qber() {
    return fraction / 4;
  }

  /**
   * The error rate of the six-state protocol.
   *
   * @return f/3: Eve is wrong about the basis two times out of three
   */
  public double sixStateQber() {
    return fraction / 3;
  }

  /**
   * The part of photons with a conclusive result in SARG04, or in B92 with the states |0⟩ and |+⟩.
   *
   * @return 1/4 + f/8
   */
  public double conclusiveFraction() {
    return 0.25 + fraction / 8;
  }

  /**
   * The error rate of the conclusive results in SARG04, or in B92 with the states |0⟩ and |+⟩.
   *
   * @return (f/8)/(1/4 + f/8), a third if all photons are intercepted
   */
  public double conclusiveQber() {
    return fraction / 8 / conclusiveFraction();
  }

  /**
   * What Eve knows of a sifted bit of BB84 once the bases are announced.
   *
   * @return Shannon information in bits: f/2, in the Breidbart basis f·[1 − h(cos²(π/8))]
   */
  public double informationBits() {
    return fraction * (basis == EveBasis.BREIDBART ? 1 - Entropy.binary(BREIDBART_GUESS) : 0.5);
  }

  /**
   * The probability that Alice and Bob compare bits of the sifted key of BB84 and see no error.
   *
   * @param comparedBits how many they compare, ≥ 0
   * @return (1 − f/4)ⁿ
   * @throws IllegalArgumentException if {@code comparedBits} is negative
   */
  public double missProbability(long comparedBits) {
    Require.atLeast("comparedBits", comparedBits, 0);
    return Math.pow(1 - bb84Qber(), comparedBits);
  }

  /**
   * How many bits of the sifted key of BB84 must be compared to see Eve.
   *
   * @param missProbability the probability that remains of not seeing her, above 0 and below 1
   * @return the smallest number n with (1 − f/4)ⁿ ≤ missProbability
   * @throws IllegalArgumentException if {@code missProbability} is out of range, or there is no Eve
   */
  public long requiredBits(double missProbability) {
    Require.strictlyBetween("missProbability", missProbability, 0, 1);
    if (fraction == 0) {
      throw new IllegalArgumentException("fraction must be > 0 to be seen, was 0.0");
    }
    return (long) Math.ceil(Math.log(missProbability) / Math.log1p(-bb84Qber()));
  }
}
