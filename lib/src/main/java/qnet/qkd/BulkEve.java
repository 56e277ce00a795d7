package qnet.qkd;

import java.util.random.RandomGenerator;

/**
 * An attack on single photons that needs no story of each pulse: 64 of them in a word.
 *
 * <p>It sees the bits of the sifted key alone. That is the same attack, because what it does to a
 * photon depends neither on the other photons nor on whether Bob will detect it; and where Bob's
 * click is noise, an error more or less leaves a random bit random.
 */
interface BulkEve extends Eve {
  /**
   * Attacks 64 photons whose sender and receiver use the same basis.
   *
   * @param bits Alice's bits
   * @param diagonal 1 where the basis is X
   * @param random the generator
   * @return what Bob and Eve read
   */
  Readings attack(long bits, long diagonal, RandomGenerator random);

  /**
   * What 64 photons tell Bob and Eve.
   *
   * @param flipped 1 where Bob reads another bit than was sent
   * @param guess Eve's guess of Alice's bit once the basis is announced
   * @param informed 1 where her guess comes from a measurement that tells something
   */
  record Readings(long flipped, long guess, long informed) {}

  /** How often an informed guess is right. */
  double informedGuessProbability();
}
