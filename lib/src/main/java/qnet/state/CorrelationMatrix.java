package qnet.state;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The correlations of two qubits: tᵢⱼ = ⟨σᵢ ⊗ σⱼ⟩, the first index for the first qubit.
 *
 * <p>The correlation of spins measured along a and b is E(a, b) = Σ aᵢ·tᵢⱼ·bⱼ.
 *
 * <p>Reference: R. and M. Horodecki, Phys. Rev. A 54, 1838 (1996), doi:10.1103/PhysRevA.54.1838.
 *
 * @param xx ⟨X⊗X⟩
 * @param xy ⟨X⊗Y⟩
 * @param xz ⟨X⊗Z⟩
 * @param yx ⟨Y⊗X⟩
 * @param yy ⟨Y⊗Y⟩
 * @param yz ⟨Y⊗Z⟩
 * @param zx ⟨Z⊗X⟩
 * @param zy ⟨Z⊗Y⟩
 * @param zz ⟨Z⊗Z⟩
 */
public record CorrelationMatrix(
    double xx,
    double xy,
    double xz,
    double yx,
    double yy,
    double yz,
    double zx,
    double zy,
    double zz) {
  /**
   * The correlations of a pair.
   *
   * @param pair a state of two qubits
   * @return its nine correlations
   */
  public static CorrelationMatrix of(State pair) {
    StateChecks.qubits(pair, 2);
    double[][] re = pair.densityMatrix().matrix().re;
    double[][] im = pair.densityMatrix().matrix().im;
    return new CorrelationMatrix(
        2 * (re[1][2] + re[0][3]),
        2 * (im[1][2] - im[0][3]),
        2 * (re[0][2] - re[1][3]),
        -2 * (im[1][2] + im[0][3]),
        2 * (re[1][2] - re[0][3]),
        2 * (im[1][3] - im[0][2]),
        2 * (re[0][1] - re[2][3]),
        2 * (im[2][3] - im[0][1]),
        re[0][0] - re[1][1] - re[2][2] + re[3][3]);
  }

  static CorrelationMatrix diagonal(double xx, double yy, double zz) {
    return new CorrelationMatrix(xx, 0, 0, 0, yy, 0, 0, 0, zz);
  }

  /**
   * The correlation of spins along two directions: 1 if they always agree, −1 if never.
   *
   * @param a direction of the first qubit's measurement
   * @param b direction of the second one's
   * @return E(a, b) from −1 to 1
   */
  public double along(Direction a, Direction b) {
    return a.x() * (xx * b.x() + xy * b.y() + xz * b.z())
        + a.y() * (yx * b.x() + yy * b.y() + yz * b.z())
        + a.z() * (zx * b.x() + zy * b.y() + zz * b.z());
  }

  /** The weights of the Bell states: ¼ of the trace with each one's own correlations. */
  BellDiagonal bellDiagonal() {
    return BellDiagonal.normalised(
        Math.max(0, (1 + xx - yy + zz) / 4),
        Math.max(0, (1 - xx + yy + zz) / 4),
        Math.max(0, (1 + xx + yy - zz) / 4),
        Math.max(0, (1 - xx - yy - zz) / 4));
  }

  RealMatrix matrix() {
    return new Array2DRowRealMatrix(
        new double[][] {{xx, xy, xz}, {yx, yy, yz}, {zx, zy, zz}}, false);
  }
}
