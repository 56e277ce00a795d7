package qnet.state;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Eigenvalues of Hermitian matrices and functions of them.
 *
 * <p>A + iB with n rows is embedded as the real symmetric matrix [[A, −B], [B, A]] with 2n rows,
 * which has every eigenvalue twice; a function of the embedding is the embedding of the function.
 */
final class Spectrum {
  static final int MAX_QUBITS = 8;

  /** Eigenvalues below this times the largest one are rounding, and count as 0 in a root. */
  private static final double ROUNDING = 1e-14;

  private Spectrum() {}

  /** Eigenvalues and, row by row, eigenvectors of the embedding. */
  private record Decomposition(double[] values, double[][] vectors) {
    /** From the decomposition of a matrix to which shift·1 was added. */
    static Decomposition of(EigenDecomposition shifted, double shift) {
      return new Decomposition(
          Arrays.stream(shifted.getRealEigenvalues()).map(x -> x - shift).toArray(),
          shifted.getVT().getData());
    }
  }

  /** The eigenvalues, largest first. */
  static double[] eigenvalues(ComplexMatrix hermitian) {
    double[] doubled = decompose(hermitian).values;
    Arrays.sort(doubled);
    int n = hermitian.dimension();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = (doubled[2 * (n - 1 - i)] + doubled[2 * (n - 1 - i) + 1]) / 2;
    }
    return values;
  }

  /** f(H) for a Hermitian H. */
  static ComplexMatrix map(ComplexMatrix hermitian, DoubleUnaryOperator f) {
    int n = hermitian.dimension();
    Decomposition decomposition = decompose(hermitian);
    double[][] vectors = decomposition.vectors;
    double[] values = decomposition.values;
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    ComplexMatrix result = ComplexMatrix.zeros(n);
    for (int k = 0; k < values.length; k++) {
      double factor = f.applyAsDouble(Math.abs(values[k]) < ROUNDING * largest ? 0 : values[k]);
      if (factor != 0) {
        addProjector(result, factor, vectors[k]);
      }
    }
    return result;
  }

  /** Adds factor · v·vᵀ of the embedding: its left column of blocks is the complex matrix. */
  private static void addProjector(ComplexMatrix sum, double factor, double[] v) {
    int n = sum.dimension();
    for (int r = 0; r < n; r++) {
      double top = factor * v[r];
      double bottom = factor * v[n + r];
      for (int c = 0; c < n; c++) {
        sum.re[r][c] += top * v[c];
        sum.im[r][c] += bottom * v[c];
      }
    }
  }

  /** The sum of the singular values of any square matrix (its trace norm). */
  static double sumOfSingularValues(ComplexMatrix matrix) {
    return Arrays.stream(singularValues(matrix)).sum();
  }

  /** The singular values, largest first. */
  static double[] singularValues(ComplexMatrix matrix) {
    double[] doubled = new SingularValueDecomposition(embed(matrix)).getSingularValues();
    double[] values = new double[matrix.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (doubled[2 * i] + doubled[2 * i + 1]) / 2;
    }
    return values;
  }

  /** √x, with negative rounding errors as 0. */
  static double root(double x) {
    return Math.sqrt(Math.max(0, x));
  }

  private static Decomposition decompose(ComplexMatrix hermitian) {
    int n = hermitian.dimension();
    if (n > 1 << MAX_QUBITS) {
      throw new IllegalArgumentException(
          "qubits of an eigenvalue problem must be ≤ "
              + MAX_QUBITS
              + ", was "
              + hermitian.qubits("matrix"));
    }
    ComplexMatrix matrix = hermitianPart(hermitian);
    try {
      return Decomposition.of(new EigenDecomposition(embed(matrix)), 0);
    } catch (MaxCountExceededException e) {
      // The solver stumbles over many eigenvalues next to zero: move them away from it. The shift
      // is 1 because every matrix here is a state or about as large as one.
      ComplexMatrix shifted = matrix.plus(ComplexMatrix.identity(n));
      return Decomposition.of(new EigenDecomposition(embed(shifted)), 1);
    }
  }

  private static ComplexMatrix hermitianPart(ComplexMatrix matrix) {
    return matrix.plus(matrix.adjoint()).scaled(0.5);
  }

  private static RealMatrix embed(ComplexMatrix matrix) {
    int n = matrix.dimension();
    double[][] real = new double[2 * n][2 * n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        real[r][c] = matrix.re[r][c];
        real[n + r][n + c] = matrix.re[r][c];
        real[r][n + c] = -matrix.im[r][c];
        real[n + r][c] = matrix.im[r][c];
      }
    }
    return new Array2DRowRealMatrix(real, false);
  }

  /**
   * Refuses a matrix that is not Hermitian, or has an eigenvalue below −1e-9. Positivity is tested
   * by a Cholesky factorisation of the matrix + 1e-9, which takes no eigenvalues and any size.
   */
  static void requirePositive(String name, ComplexMatrix matrix) {
    double asymmetry = matrix.distance(matrix.adjoint());
    if (!(asymmetry <= StateChecks.TOLERANCE)) {
      throw new IllegalArgumentException(
          name + " must be Hermitian within 1e-9, was off by " + asymmetry);
    }
    double pivot = smallestPivot(matrix);
    if (!(pivot > 0)) {
      throw new IllegalArgumentException(
          name + " must be positive (eigenvalues ≥ −1e-9), was not: pivot " + pivot);
    }
  }

  private static double smallestPivot(ComplexMatrix matrix) {
    int n = matrix.dimension();
    double[][] re = new double[n][n];
    double[][] im = new double[n][n];
    double smallest = Double.POSITIVE_INFINITY;
    for (int r = 0; r < n; r++) {
      for (int c = 0; c <= r; c++) {
        double sumRe = matrix.re[r][c] + (r == c ? StateChecks.TOLERANCE : 0);
        double sumIm = matrix.im[r][c];
        for (int k = 0; k < c; k++) {
          sumRe -= re[r][k] * re[c][k] + im[r][k] * im[c][k];
          sumIm -= im[r][k] * re[c][k] - re[r][k] * im[c][k];
        }
        if (r == c) {
          smallest = Math.min(smallest, sumRe);
          if (!(smallest > 0)) {
            return smallest;
          }
          re[r][r] = Math.sqrt(sumRe);
        } else {
          re[r][c] = sumRe / re[c][c];
          im[r][c] = sumIm / re[c][c];
        }
      }
    }
    return smallest;
  }
}
