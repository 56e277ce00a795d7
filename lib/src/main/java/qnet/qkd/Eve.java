package qnet.qkd;

import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * An eavesdropper between Alice and Bob: what she does to each pulse. She stands at Alice's door,
 * so that the link to Bob follows after her unless she replaces it ({@link Reception}).
 *
 * <pre>{@code
 * Eve mine = (pulse, rng) -> pulse.measured(Math.PI / 8, rng);
 * }</pre>
 *
 * <p>What she learns is the note on the pulse that she sends on. An attack that is meant to be
 * possible finds out about a pulse only by {@link Pulse#measured} and {@link Pulse#keeping}.
 */
@FunctionalInterface
public interface Eve {
  /**
   * Attacks one pulse.
   *
   * @param pulse what comes from Alice
   * @param rng the generator for her choices and results
   * @return what goes on to Bob; no photons if she blocks it
   */
  Pulse attack(Pulse pulse, RandomGenerator rng);

  /**
   * What the attack does by a formula, over noiseless devices.
   *
   * @return error rate, guess and information; {@link EveEffect#UNKNOWN} where no formula is known
   */
  default EveEffect effect() {
    return EveEffect.UNKNOWN;
  }

  /**
   * This attack, and another one on what it sends on.
   *
   * @param next the attack nearer to Bob
   * @return both, with the surer of the two notes
   */
  default Eve andThen(Eve next) {
    return (pulse, rng) -> {
      Pulse first = attack(pulse, rng);
      Pulse second = next.attack(first, rng);
      return second.withNote(first.note().or(second.note()));
    };
  }

  /**
   * This attack on a part of the pulses, chosen at random.
   *
   * @param fraction the part, from 0 to 1
   * @return an attack that lets the other pulses pass
   * @throws IllegalArgumentException if the fraction is out of range
   */
  default Eve onFraction(double fraction) {
    Require.probability("fraction", fraction);
    return (pulse, rng) -> rng.nextDouble() < fraction ? attack(pulse, rng) : pulse;
  }

  /**
   * Nobody listens.
   *
   * @return an attack that lets every pulse pass
   */
  static Eve none() {
    return new InterceptResend(0);
  }
}
