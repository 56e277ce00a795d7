package qnet.state;

import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The four directions of a CHSH test: two for Alice, two for Bob.
 *
 * @param a0 Alice's direction for setting 0
 * @param a1 Alice's direction for setting 1
 * @param b0 Bob's direction for setting 0
 * @param b1 Bob's direction for setting 1
 */
public record ChshSettings(Direction a0, Direction a1, Direction b0, Direction b1) {
  /**
   * The best directions for Φ+: Alice along Z and X, Bob 45° to either side of Z.
   *
   * @return angles 0 and π/2 for Alice, π/4 and −π/4 for Bob
   */
  public static ChshSettings standard() {
    return ofAngles(0, Math.PI / 2, Math.PI / 4, -Math.PI / 4);
  }

  /**
   * Directions in the plane of Z and X, by their angles from Z.
   *
   * @param a0Rad Alice's angle for setting 0, in radians
   * @param a1Rad Alice's angle for setting 1, in radians
   * @param b0Rad Bob's angle for setting 0, in radians
   * @param b1Rad Bob's angle for setting 1, in radians
   * @return the four directions
   */
  public static ChshSettings ofAngles(double a0Rad, double a1Rad, double b0Rad, double b1Rad) {
    return new ChshSettings(
        Direction.inPlane(a0Rad),
        Direction.inPlane(a1Rad),
        Direction.inPlane(b0Rad),
        Direction.inPlane(b1Rad));
  }

  /**
   * The best directions for a given pair.
   *
   * <p>b₀, b₁ = cos χ·c₁ ± sin χ·c₂ and aᵢ along T·cᵢ, with c₁, c₂ the eigenvectors of TᵗT of the
   * largest eigenvalues m₁, m₂, and tan χ = √(m₂/m₁)
   *
   * <p>Reference: R., P. and M. Horodecki, Phys. Lett. A 200, 340 (1995),
   * doi:10.1016/0375-9601(95)00214-N, proof of the theorem.
   *
   * @param pair a state of two qubits
   * @return directions that reach {@link Chsh#optimal(State)}
   */
  public static ChshSettings optimal(State pair) {
    RealMatrix t = CorrelationMatrix.of(pair).matrix();
    EigenDecomposition squares = new EigenDecomposition(t.transpose().multiply(t));
    RealVector c1 = squares.getEigenvector(0); // sorted: the largest eigenvalue comes first
    RealVector c2 = squares.getEigenvector(1);
    double chi = Math.atan2(t.operate(c2).getNorm(), t.operate(c1).getNorm());
    RealVector along = c1.mapMultiply(Math.cos(chi));
    RealVector across = c2.mapMultiply(Math.sin(chi));
    return new ChshSettings(
        direction(t.operate(c1)),
        direction(t.operate(c2)),
        direction(along.add(across)),
        direction(along.subtract(across)));
  }

  /** The direction of a vector; any will do for a vector without length. */
  private static Direction direction(RealVector vector) {
    double length = vector.getNorm();
    return length < 1e-12
        ? Direction.ofZ()
        : new Direction(
            vector.getEntry(0) / length, vector.getEntry(1) / length, vector.getEntry(2) / length);
  }
}
