package qnet.qkd;

import java.util.Objects;
import qnet.run.Require;

/**
 * The pulses of one intensity that Alice sent and Bob measured in the same basis: one line of
 * {@link Counts}.
 *
 * @param basis the basis both chose
 * @param meanPhotonNumber the intensity of these pulses, above 0
 * @param sent pulses, ≥ 0
 * @param detected pulses that gave a click, from 0 to {@code sent}
 * @param errors clicks with the wrong bit, from 0 to {@code detected}
 */
public record Tally(Basis basis, double meanPhotonNumber, long sent, long detected, long errors) {
  /**
   * Checks the components.
   *
   * @param basis as above
   * @param meanPhotonNumber as above
   * @param sent as above
   * @param detected as above
   * @param errors as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Tally {
    Objects.requireNonNull(basis);
    Require.notNegative("meanPhotonNumber", meanPhotonNumber);
    Require.atLeast("sent", sent, 0);
    if (detected < 0 || detected > sent) {
      throw new IllegalArgumentException(
          "detected must be from 0 to " + sent + " (sent), was " + detected);
    }
    if (errors < 0 || errors > detected) {
      throw new IllegalArgumentException(
          "errors must be from 0 to " + detected + " (detected), was " + errors);
    }
  }

  /**
   * The part of these pulses that gave a click.
   *
   * @return detected / sent; NaN if nothing was sent
   */
  public double gain() {
    return (double) detected / sent;
  }

  /**
   * The part of the clicks that carry the wrong bit.
   *
   * @return errors / detected; NaN if nothing was detected
   */
  public double qber() {
    return (double) errors / detected;
  }

  boolean isOf(Basis otherBasis, double otherMeanPhotonNumber) {
    return basis == otherBasis && meanPhotonNumber == otherMeanPhotonNumber;
  }

  Tally plus(Tally other) {
    return new Tally(
        basis,
        meanPhotonNumber,
        Math.addExact(sent, other.sent),
        Math.addExact(detected, other.detected),
        Math.addExact(errors, other.errors));
  }
}
