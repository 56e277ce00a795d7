package qnet.channel;

import qnet.run.Require;

/**
 * A link of which the numbers are known, but not what it is made of.
 *
 * <p>η, latency and stray light are given, not computed.
 *
 * <p>Valid for: any link that was measured from end to end.
 *
 * <p>Ignores: where the light is lost.
 *
 * @param transmittance probability η that a photon arrives, from 0 to 1
 * @param latencyMs one-way latency in milliseconds, ≥ 0
 * @param backgroundRateHz stray photons per second at the receiver, ≥ 0
 */
public record PlainLink(double transmittance, double latencyMs, double backgroundRateHz)
    implements Link {
  /**
   * Checks the components.
   *
   * @param transmittance as above
   * @param latencyMs as above
   * @param backgroundRateHz as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public PlainLink {
    Require.probability("transmittance", transmittance);
    Require.notNegative("latencyMs", latencyMs);
    Require.notNegative("backgroundRateHz", backgroundRateHz);
  }
}
