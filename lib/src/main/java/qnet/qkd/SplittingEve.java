package qnet.qkd;

import java.util.random.RandomGenerator;

/**
 * Eve counts photons: she keeps one of several, and lets pulses pass with the probabilities that
 * imitate a loss.
 */
record SplittingEve(double singlesPassed, double severalPassed, EveEffect effect) implements Eve {
  private static final Reception LOSSLESS = Reception.HONEST.withTransmittance(1);

  @Override
  public Pulse attack(Pulse pulse, RandomGenerator rng) {
    Pulse left = pulse.photons() > 1 ? pulse.keeping(1) : pulse;
    double passed = pulse.photons() > 1 ? severalPassed : singlesPassed;
    return (rng.nextDouble() < passed ? left : left.withPhotons(0)).withReception(LOSSLESS);
  }
}
