package qnet.state;

import java.util.Arrays;
import qnet.run.Require;

/**
 * A square matrix of complex numbers: the operators that act on states.
 *
 * <p>Real and imaginary parts are kept in separate rows, so that a loop over a row is a loop over
 * plain doubles and rows of a large matrix are ordinary objects of a few kilobytes.
 */
public final class ComplexMatrix {
  /** Real parts, row by row; never changed once the matrix is out of its factory. */
  final double[][] re;

  /** Imaginary parts, row by row. */
  final double[][] im;

  /** Takes the arrays as they are: for fresh arrays that nobody else holds. */
  ComplexMatrix(double[][] re, double[][] im) {
    this.re = re;
    this.im = im;
  }

  /** A matrix of zeros, to be filled by its creator. */
  static ComplexMatrix zeros(int dimension) {
    return new ComplexMatrix(new double[dimension][dimension], new double[dimension][dimension]);
  }

  /**
   * A matrix from its real and imaginary parts.
   *
   * @param re real parts, n rows of n finite numbers
   * @param im imaginary parts, as many
   * @return the matrix
   * @throws IllegalArgumentException if the arrays are not square, of different size, or not finite
   */
  public static ComplexMatrix of(double[][] re, double[][] im) {
    return new ComplexMatrix(copy("re", re, re.length), copy("im", im, re.length));
  }

  /**
   * A matrix of real numbers.
   *
   * @param re n rows of n finite numbers
   * @return the matrix
   * @throws IllegalArgumentException if the array is not square or not finite
   */
  public static ComplexMatrix ofReal(double[][] re) {
    return of(re, new double[re.length][re.length]);
  }

  /**
   * The unit matrix.
   *
   * @param dimension number of rows, at least 1
   * @return 1
   */
  public static ComplexMatrix identity(int dimension) {
    Require.atLeast("dimension", dimension, 1);
    ComplexMatrix unit = zeros(dimension);
    for (int i = 0; i < dimension; i++) {
      unit.re[i][i] = 1;
    }
    return unit;
  }

  private static double[][] copy(String name, double[][] rows, int dimension) {
    if (dimension == 0 || rows.length != dimension) {
      throw new IllegalArgumentException(
          name + " must have " + Math.max(1, dimension) + " rows, was " + rows.length);
    }
    double[][] result = new double[dimension][];
    for (int r = 0; r < dimension; r++) {
      if (rows[r].length != dimension) {
        throw new IllegalArgumentException(
            name + " must have rows of length " + dimension + ", was " + rows[r].length);
      }
      for (double value : rows[r]) {
        Require.finite(name, value);
      }
      result[r] = rows[r].clone();
    }
    return result;
  }

  /**
   * The number of rows, and of columns.
   *
   * @return at least 1
   */
  public int dimension() {
    return re.length;
  }

  /**
   * A real part.
   *
   * @param row from 0
   * @param column from 0
   * @return Re mᵣ꜀
   */
  public double re(int row, int column) {
    return re[row][column];
  }

  /**
   * An imaginary part.
   *
   * @param row from 0
   * @param column from 0
   * @return Im mᵣ꜀
   */
  public double im(int row, int column) {
    return im[row][column];
  }

  /**
   * An element as a person reads it.
   *
   * @param row from 0
   * @param column from 0
   * @return real and imaginary part to four digits, without one that is zero: "0.5", "-0.5i"
   */
  public String text(int row, int column) {
    return Text.complex(re[row][column], im[row][column]);
  }

  /**
   * The matrix product.
   *
   * @param other the factor on the right, of the same dimension
   * @return this · other
   */
  public ComplexMatrix times(ComplexMatrix other) {
    sameDimension(other);
    int n = dimension();
    ComplexMatrix product = zeros(n);
    for (int r = 0; r < n; r++) {
      for (int k = 0; k < n; k++) {
        addScaledRow(product, r, re[r][k], im[r][k], other, k);
      }
    }
    return product;
  }

  private static void addScaledRow(
      ComplexMatrix to, int toRow, double a, double b, ComplexMatrix from, int fromRow) {
    if (a == 0 && b == 0) {
      return;
    }
    double[] sumRe = to.re[toRow];
    double[] sumIm = to.im[toRow];
    double[] x = from.re[fromRow];
    double[] y = from.im[fromRow];
    for (int c = 0; c < x.length; c++) {
      sumRe[c] += a * x[c] - b * y[c];
      sumIm[c] += a * y[c] + b * x[c];
    }
  }

  /**
   * The sum.
   *
   * @param other a matrix of the same dimension
   * @return this + other
   */
  public ComplexMatrix plus(ComplexMatrix other) {
    return plus(other, 1);
  }

  /** this + factor · other. */
  ComplexMatrix plus(ComplexMatrix other, double factor) {
    sameDimension(other);
    int n = dimension();
    ComplexMatrix sum = zeros(n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        sum.re[r][c] = re[r][c] + factor * other.re[r][c];
        sum.im[r][c] = im[r][c] + factor * other.im[r][c];
      }
    }
    return sum;
  }

  /**
   * The matrix times a real number.
   *
   * @param factor any finite number
   * @return factor · this
   */
  public ComplexMatrix scaled(double factor) {
    Require.finite("factor", factor);
    return zeros(dimension()).plus(this, factor);
  }

  /**
   * The conjugate transpose.
   *
   * @return this†
   */
  public ComplexMatrix adjoint() {
    int n = dimension();
    ComplexMatrix result = zeros(n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        result.re[c][r] = re[r][c];
        result.im[c][r] = -im[r][c];
      }
    }
    return result;
  }

  /** The complex conjugate, not transposed. */
  ComplexMatrix conjugate() {
    int n = dimension();
    ComplexMatrix result = zeros(n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        result.re[r][c] = re[r][c];
        result.im[r][c] = -im[r][c];
      }
    }
    return result;
  }

  /**
   * The tensor (Kronecker) product.
   *
   * @param right the factor for the qubits on the right
   * @return this ⊗ right
   */
  public ComplexMatrix tensor(ComplexMatrix right) {
    int n = dimension();
    int m = right.dimension();
    ComplexMatrix product = zeros(n * m);
    for (int r = 0; r < n * m; r++) {
      for (int c = 0; c < n * m; c++) {
        double a = re[r / m][c / m];
        double b = im[r / m][c / m];
        double x = right.re[r % m][c % m];
        double y = right.im[r % m][c % m];
        product.re[r][c] = a * x - b * y;
        product.im[r][c] = a * y + b * x;
      }
    }
    return product;
  }

  /**
   * The real part of the trace; for a Hermitian matrix, the trace.
   *
   * @return Re Σ mᵢᵢ
   */
  public double trace() {
    double sum = 0;
    for (int i = 0; i < re.length; i++) {
      sum += re[i][i];
    }
    return sum;
  }

  /** Re Tr(this · other), without the product. */
  double traceWith(ComplexMatrix other) {
    sameDimension(other);
    double sum = 0;
    for (int r = 0; r < re.length; r++) {
      for (int c = 0; c < re.length; c++) {
        sum += re[r][c] * other.re[c][r] - im[r][c] * other.im[c][r];
      }
    }
    return sum;
  }

  /** The largest |mᵢⱼ − other mᵢⱼ|; infinite if there is a NaN. */
  double distance(ComplexMatrix other) {
    sameDimension(other);
    double largest = 0;
    for (int r = 0; r < re.length; r++) {
      for (int c = 0; c < re.length; c++) {
        double d = Math.hypot(re[r][c] - other.re[r][c], im[r][c] - other.im[r][c]);
        largest = Math.max(largest, Double.isNaN(d) ? Double.POSITIVE_INFINITY : d);
      }
    }
    return largest;
  }

  /** The number of qubits that a matrix of this dimension acts on. */
  int qubits(String name) {
    int n = dimension();
    if (n < 2 || Integer.bitCount(n) != 1) {
      throw new IllegalArgumentException(
          "dimension of " + name + " must be a power of 2 and ≥ 2, was " + n);
    }
    return Integer.numberOfTrailingZeros(n);
  }

  private void sameDimension(ComplexMatrix other) {
    if (other.dimension() != dimension()) {
      throw new IllegalArgumentException(
          "dimension must be " + dimension() + ", was " + other.dimension());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ComplexMatrix matrix
        && Arrays.deepEquals(re, matrix.re)
        && Arrays.deepEquals(im, matrix.im);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(re) + Arrays.deepHashCode(im);
  }

  /** The matrix up to 8×8, a summary beyond. */
  @Override
  public String toString() {
    return Text.matrix(this, "complex matrix");
  }
}
