package qnet.state;

import qnet.run.Require;

/**
 * A direction on the Bloch sphere: where a qubit points, or along which a spin is measured.
 *
 * <p>Angles are angles on the sphere: opposite directions, π apart, are orthogonal states. For the
 * polarisation of a photon, the angle of the polariser is half of it.
 *
 * @param x component along X, of a unit vector
 * @param y component along Y
 * @param z component along Z
 */
public record Direction(double x, double y, double z) {
  /**
   * A direction from its components.
   *
   * @param x component along X, of a unit vector
   * @param y component along Y
   * @param z component along Z
   * @throws IllegalArgumentException if x² + y² + z² is not 1
   */
  public Direction {
    StateChecks.unit("x² + y² + z²", x * x + y * y + z * z);
  }

  /**
   * The direction of |+⟩.
   *
   * @return X
   */
  public static Direction ofX() {
    return new Direction(1, 0, 0);
  }

  /**
   * The direction of (|0⟩ + i|1⟩)/√2.
   *
   * @return Y
   */
  public static Direction ofY() {
    return new Direction(0, 1, 0);
  }

  /**
   * The direction of |0⟩.
   *
   * @return Z
   */
  public static Direction ofZ() {
    return new Direction(0, 0, 1);
  }

  /**
   * A direction in the plane of Z and X, where Bell tests are usually done.
   *
   * @param angleRad angle from Z towards X, in radians
   * @return (sin α, 0, cos α)
   */
  public static Direction inPlane(double angleRad) {
    Require.finite("angleRad", angleRad);
    return new Direction(clean(Math.sin(angleRad)), 0, clean(Math.cos(angleRad)));
  }

  /**
   * A direction from its two angles on the sphere.
   *
   * @param polarRad angle θ from Z, in radians
   * @param azimuthRad angle φ from X towards Y, in radians
   * @return (sin θ cos φ, sin θ sin φ, cos θ)
   */
  public static Direction ofAngles(double polarRad, double azimuthRad) {
    Require.finite("polarRad", polarRad);
    Require.finite("azimuthRad", azimuthRad);
    double sine = Math.sin(polarRad);
    return new Direction(
        clean(sine * Math.cos(azimuthRad)),
        clean(sine * Math.sin(azimuthRad)),
        clean(Math.cos(polarRad)));
  }

  /** Zero where only the rounding of π is left: cos(π/2) is 6e-17. */
  private static double clean(double component) {
    return Math.abs(component) < 1e-15 ? 0 : component;
  }

  /**
   * The opposite direction.
   *
   * @return −this
   */
  public Direction opposite() {
    return new Direction(-x, -y, -z);
  }

  /**
   * The projector on the qubit that points here.
   *
   * <p>Π = ½(1 + x·X + y·Y + z·Z)
   *
   * @return a 2×2 matrix
   */
  public ComplexMatrix projector() {
    return new ComplexMatrix(
        new double[][] {{(1 + z) / 2, x / 2}, {x / 2, (1 - z) / 2}},
        new double[][] {{0, -y / 2}, {y / 2, 0}});
  }
}
