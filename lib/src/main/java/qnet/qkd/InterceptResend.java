package qnet.qkd;

/**
 * Intercept and resend: Eve measures a part of the photons in one of the bases of the protocol at
 * random and sends Bob the state that she found.
 *
 * <p>BB84: Q = f/4, six-state: Q = f/3
 *
 * <p>SARG04 and B92 with the states |0⟩ and |+⟩: the conclusive part rises from 1/4 to 1/4 + f/8,
 * and f/8 of the photons give wrong bits
 *
 * <p>The chance to stay unseen while Alice and Bob compare n sifted bits of BB84 is (1 − f/4)ⁿ.
 *
 * <p>Valid for single photons without loss or noise and bases that are used equally often.
 *
 * <p>Ignores cleverer bases and resent states; {@link EveInformation} has the best attacks.
 *
 * <p>References: C. H. Bennett, G. Brassard, Theor. Comput. Sci. 560, 7 (2014, first 1984),
 * doi:10.1016/j.tcs.2014.05.025; D. Bruß, Phys. Rev. Lett. 81, 3018 (1998),
 * doi:10.1103/PhysRevLett.81.3018; V. Scarani, A. Acín, G. Ribordy, N. Gisin, Phys. Rev. Lett. 92,
 * 057901 (2004), doi:10.1103/PhysRevLett.92.057901; the fractions follow by listing the cases.
 *
 * @param fraction f: part of the photons that Eve intercepts, from 0 to 1
 */
public record InterceptResend(double fraction) {
  /**
   * Checks the component.
   *
   * @param fraction as above
   * @throws IllegalArgumentException if it is out of range
   */
  public InterceptResend {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction must be from 0 to 1, was " + fraction);
    }
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
   * @return f/2 in bits
   */
  public double informationBits() {
    return fraction / 2;
  }

  /**
   * The probability that Alice and Bob compare bits of the sifted key of BB84 and see no error.
   *
   * @param comparedBits how many they compare, ≥ 0
   * @return (1 − f/4)ⁿ
   * @throws IllegalArgumentException if {@code comparedBits} is negative
   */
  public double missProbability(long comparedBits) {
    if (comparedBits < 0) {
      throw new IllegalArgumentException("comparedBits must be ≥ 0, was " + comparedBits);
    }
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
    if (!(missProbability > 0 && missProbability < 1)) {
      throw new IllegalArgumentException(
          "missProbability must be > 0 and < 1, was " + missProbability);
    }
    if (fraction == 0) {
      throw new IllegalArgumentException("fraction must be > 0 to be seen, was 0.0");
    }
    return (long) Math.ceil(Math.log(missProbability) / Math.log1p(-bb84Qber()));
  }
}
