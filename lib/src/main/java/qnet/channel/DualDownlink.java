package qnet.channel;

import java.util.Objects;

/**
 * A satellite that sends one photon of each pair to either of two stations.
 *
 * <p>η = η_A·η_B
 *
 * <p>is the part of the pairs of which both photons arrive; {@link #split()} gives the two arms as
 * they are.
 *
 * <p>Valid for: arms that lose photons independently of each other.
 *
 * <p>Ignores: nothing beyond what the arms ignore.
 *
 * <p>Reference: J. Yin et al., Nature 582, 501 (2020), doi:10.1038/s41586-020-2401-y, for the
 * experiment.
 *
 * @param alice the arm to Alice
 * @param bob the arm to Bob
 */
public record DualDownlink(Link alice, Link bob) implements Link {
  /**
   * Checks the components.
   *
   * @param alice as above
   * @param bob as above
   */
  public DualDownlink {
    Objects.requireNonNull(alice);
    Objects.requireNonNull(bob);
  }

  @Override
  public double transmittance() {
    return alice.transmittance() * bob.transmittance();
  }

  /** From one station by way of the satellite to the other. */
  @Override
  public double latencyMs() {
    return alice.latencyMs() + bob.latencyMs();
  }

  /** In both receivers together. */
  @Override
  public double backgroundRateHz() {
    return alice.backgroundRateHz() + bob.backgroundRateHz();
  }

  @Override
  public Halves split() {
    return new Halves(alice, bob);
  }
}
