package qnet.qkd;

/**
 * What an attack does: the errors it causes, and what it tells Eve about a bit of the sifted key
 * once the bases are announced.
 *
 * @param qber error rate of the sifted key, from 0 to 1; NaN if it is not known
 * @param guessProbability how often her best guess of a bit is right, from 0.5 to 1; NaN likewise
 * @param informationBits Shannon information in bits per bit of the sifted key; NaN likewise
 */
public record EveEffect(double qber, double guessProbability, double informationBits) {
  /** Of an attack without a formula. */
  public static final EveEffect UNKNOWN = new EveEffect(Double.NaN, Double.NaN, Double.NaN);

  /**
   * The effect of an attack that tells a part of the bits for certain and nothing about the others.
   *
   * @param qber error rate of the sifted key, from 0 to 1
   * @param known the part of the bits that she knows, from 0 to 1
   * @return guess probability 1/2 + known/2 and as many bits of information as are known
   */
  static EveEffect ofKnown(double qber, double known) {
    return new EveEffect(qber, 0.5 + known / 2, known);
  }
}
