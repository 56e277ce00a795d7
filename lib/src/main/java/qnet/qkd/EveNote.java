package qnet.qkd;

import java.util.List;
import qnet.run.Require;

/**
 * What Eve has written down about one pulse: what she did, and how probable a 1 is for her once the
 * basis is announced.
 *
 * <p>A photon that she found at angle φ, or keeps until the basis is known, makes a 1 as probable
 * as
 *
 * <p>P(1) = sin²(φ − β)
 *
 * <p>with the angle β of a 0 in that basis (Malus' law). She guesses the likelier bit.
 *
 * @param action what she did, in words for a table
 * @param oneInZ probability of a 1 if the basis was Z, from 0 to 1
 * @param oneInX the same for X
 */
public record EveNote(String action, double oneInZ, double oneInX) {
  private static final List<Basis> BASES = List.of(Basis.Z, Basis.X);

  /** She did nothing and knows nothing. */
  public static final EveNote NOTHING = new EveNote("–", 0.5, 0.5);

  /**
   * Checks the components.
   *
   * @param action as above
   * @param oneInZ as above
   * @param oneInX as above
   * @throws IllegalArgumentException if a probability is out of range
   */
  public EveNote {
    Require.probability("oneInZ", oneInZ);
    Require.probability("oneInX", oneInX);
  }

  /**
   * A note about a polarisation.
   *
   * @param action what she did, in words for a table
   * @param angleRad the angle she found, or of the photon she keeps
   * @return the note
   * @throws IllegalArgumentException if the angle is not finite
   */
  public static EveNote ofAngle(String action, double angleRad) {
    Require.finite("angleRad", angleRad);
    return new EveNote(action, Malus.one(angleRad, Basis.Z), Malus.one(angleRad, Basis.X));
  }

  /**
   * A note about the bit, whatever the basis.
   *
   * @param action what she did, in words for a table
   * @param one how probable a 1 is for her, from 0 to 1
   * @return the note
   */
  public static EveNote ofBit(String action, double one) {
    return new EveNote(action, one, one);
  }

  /**
   * A note about what she read in a basis.
   *
   * @param basisRad the angle of a 0 in her basis
   * @param one whether she read a 1
   */
  static EveNote ofReading(double basisRad, boolean one) {
    return ofAngle(
        (one ? "read 1 in " : "read 0 in ") + basisName(basisRad),
        one ? Malus.acrossRad(basisRad) : basisRad);
  }

  private static String basisName(double basisRad) {
    for (Basis basis : BASES) {
      if (basisRad == Malus.angleRad(basis)) {
        return basis.name();
      }
    }
    return Math.round(10 * Math.toDegrees(basisRad)) / 10.0 + "°";
  }

  /**
   * How probable a 1 is for Eve once a basis is announced.
   *
   * @param basis Z or X
   * @return a probability
   */
  public double one(Basis basis) {
    return basis == Basis.Z ? oneInZ : oneInX;
  }

  /** Of two notes about one pulse the surer one, the earlier if both are equal. */
  EveNote or(EveNote later) {
    return later.sureness() > sureness() ? later : this;
  }

  private double sureness() {
    return Math.abs(oneInZ - 0.5) + Math.abs(oneInX - 0.5);
  }
}
