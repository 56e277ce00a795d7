package qnet.qkd;

/**
 * Polarisation in a plane: the angles of the four states of BB84, and Malus' law.
 *
 * <p>StrictMath, because trials have the same bits on every JDK.
 */
final class Malus {
  private static final double QUARTER_TURN_RAD = StrictMath.PI / 2;
  private static final double DIAGONAL_RAD = StrictMath.PI / 4;

  private Malus() {}

  /** The angle of a 0 in a basis. */
  static double angleRad(Basis basis) {
    return switch (basis) {
      case Z -> 0;
      case X -> DIAGONAL_RAD;
      case Y -> throw new IllegalArgumentException("basis must be Z or X, was Y (circular)");
    };
  }

  /** The angle across, which is that of a 1. */
  static double acrossRad(double angleRad) {
    return angleRad + QUARTER_TURN_RAD;
  }

  /** How probable a photon gives a 1 in a basis, sin²(φ − β). */
  static double one(double angleRad, Basis basis) {
    return one(angleRad, angleRad(basis));
  }

  /** The same in a basis whose 0 has any angle. */
  static double one(double angleRad, double basisRad) {
    double sine = StrictMath.sin(angleRad - basisRad);
    return sine * sine;
  }
}
