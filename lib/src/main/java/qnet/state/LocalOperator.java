package qnet.state;

import java.util.stream.IntStream;
import qnet.run.Parallel;
import qnet.run.Require;

/** An operator on a few qubits of a larger register, ready to act on vectors and matrices. */
final class LocalOperator {
  /** Registers with at least this many rows are worth two threads. */
  private static final int PARALLEL_DIMENSION = 256;

  private static final int PIECES = 16;

  private final ComplexMatrix matrix;
  private final ComplexMatrix conjugate;
  private final int mask;

  /** Where the operator's basis states lie in the register: offsets[i] has the bits of i. */
  private final int[] offsets;

  LocalOperator(String name, ComplexMatrix matrix, int registerQubits, int... targets) {
    int expected = matrix.qubits(name);
    if (targets.length != expected) {
      throw new IllegalArgumentException(
          "qubits given to " + name + " must be " + expected + ", was " + targets.length);
    }
    this.matrix = matrix;
    this.conjugate = matrix.conjugate();
    this.offsets = offsets(registerQubits, targets);
    this.mask = offsets[offsets.length - 1];
  }

  /**
   * Where the basis states of some qubits lie in a register.
   *
   * @throws IllegalArgumentException if a qubit is outside the register or named twice
   */
  static int[] offsets(int registerQubits, int... targets) {
    int[] offsets = new int[1 << targets.length];
    int used = 0;
    for (int t = 0; t < targets.length; t++) {
      Require.between("qubit", targets[t], 0, registerQubits - 1);
      int bit = 1 << (registerQubits - 1 - targets[t]);
      if ((used & bit) != 0) {
        throw new IllegalArgumentException(
            "each qubit must be named once, but " + targets[t] + " was named twice");
      }
      used |= bit;
      for (int i = 0; i < offsets.length; i++) {
        if ((i >> (targets.length - 1 - t) & 1) == 1) {
          offsets[i] |= bit;
        }
      }
    }
    return offsets;
  }

  /** out = M·x on arrays of the whole register; {@code out} is another array than {@code x}. */
  void apply(double[] re, double[] im, double[] outRe, double[] outIm) {
    act(matrix, re, im, outRe, outIm);
  }

  private void act(ComplexMatrix m, double[] re, double[] im, double[] outRe, double[] outIm) {
    if (offsets.length == 2) {
      actOnOneQubit(m, re, im, outRe, outIm);
      return;
    }
    for (int base = 0; base < re.length; base++) {
      if ((base & mask) != 0) {
        continue;
      }
      for (int r = 0; r < offsets.length; r++) {
        double sumRe = 0;
        double sumIm = 0;
        for (int c = 0; c < offsets.length; c++) {
          double x = re[base + offsets[c]];
          double y = im[base + offsets[c]];
          sumRe += m.re[r][c] * x - m.im[r][c] * y;
          sumIm += m.re[r][c] * y + m.im[r][c] * x;
        }
        outRe[base + offsets[r]] = sumRe;
        outIm[base + offsets[r]] = sumIm;
      }
    }
  }

  private void actOnOneQubit(
      ComplexMatrix m, double[] re, double[] im, double[] outRe, double[] outIm) {
    for (int base = 0; base < re.length; base += 2 * mask) {
      for (int r = 0; r < 2; r++) {
        combine(m, r, re, im, base, re, im, base + mask, outRe, outIm, base + r * mask, mask);
      }
    }
  }

  /** count elements of out = m[r][0]·x + m[r][1]·y, from the given places on. */
  private static void combine(
      ComplexMatrix m,
      int r,
      double[] xRe,
      double[] xIm,
      int xFrom,
      double[] yRe,
      double[] yIm,
      int yFrom,
      double[] outRe,
      double[] outIm,
      int outFrom,
      int count) {
    double a = m.re[r][0];
    double b = m.im[r][0];
    double c = m.re[r][1];
    double d = m.im[r][1];
    if (b == 0 && d == 0) { // most gates are real, and twice as fast
      combineReal(a, xRe, xFrom, c, yRe, yFrom, outRe, outFrom, count);
      combineReal(a, xIm, xFrom, c, yIm, yFrom, outIm, outFrom, count);
      return;
    }
    for (int j = 0; j < count; j++) {
      outRe[outFrom + j] =
          a * xRe[xFrom + j] - b * xIm[xFrom + j] + c * yRe[yFrom + j] - d * yIm[yFrom + j];
    }
    for (int j = 0; j < count; j++) {
      outIm[outFrom + j] =
          a * xIm[xFrom + j] + b * xRe[xFrom + j] + c * yIm[yFrom + j] + d * yRe[yFrom + j];
    }
  }

  private static void combineReal(
      double a,
      double[] x,
      int xFrom,
      double c,
      double[] y,
      int yFrom,
      double[] out,
      int outFrom,
      int count) {
    for (int j = 0; j < count; j++) {
      out[outFrom + j] = a * x[xFrom + j] + c * y[yFrom + j];
    }
  }

  /** M·ρ·M†, for ρ of the whole register. */
  ComplexMatrix sandwich(ComplexMatrix rho) {
    int n = rho.dimension();
    ComplexMatrix result = new ComplexMatrix(new double[n][], new double[n][]);
    int[] bases = IntStream.range(0, n).filter(row -> (row & mask) == 0).toArray();
    if (n < PARALLEL_DIMENSION) {
      sandwichRows(rho, result, bases, 0, bases.length);
    } else {
      Parallel.map(
          PIECES,
          piece -> {
            int from = bases.length * piece / PIECES;
            int to = bases.length * (piece + 1) / PIECES;
            sandwichRows(rho, result, bases, from, to);
            return piece;
          });
    }
    return result;
  }

  /** Mixes the rows that belong together by M, then the columns of each by M*. */
  private void sandwichRows(
      ComplexMatrix rho, ComplexMatrix result, int[] bases, int from, int to) {
    int n = rho.dimension();
    double[] re = new double[n];
    double[] im = new double[n];
    for (int i = from; i < to; i++) {
      for (int r = 0; r < offsets.length; r++) {
        mixRows(rho, bases[i], r, re, im);
        double[] outRe = new double[n];
        double[] outIm = new double[n];
        act(conjugate, re, im, outRe, outIm);
        result.re[bases[i] + offsets[r]] = outRe;
        result.im[bases[i] + offsets[r]] = outIm;
      }
    }
  }

  private void mixRows(ComplexMatrix rho, int base, int r, double[] re, double[] im) {
    int n = re.length;
    for (int c = 0; c < offsets.length; c += 2) {
      int x = base + offsets[c];
      int y = base + offsets[c + 1];
      if (offsets.length == 2) {
        combine(matrix, r, rho.re[x], rho.im[x], 0, rho.re[y], rho.im[y], 0, re, im, 0, n);
      } else {
        addRow(rho, x, matrix.re[r][c], matrix.im[r][c], re, im, c == 0);
        addRow(rho, y, matrix.re[r][c + 1], matrix.im[r][c + 1], re, im, false);
      }
    }
  }

  private static void addRow(
      ComplexMatrix rho, int row, double a, double b, double[] re, double[] im, boolean first) {
    double[] x = rho.re[row];
    double[] y = rho.im[row];
    double keep = first ? 0 : 1;
    for (int j = 0; j < re.length; j++) {
      re[j] = keep * re[j] + a * x[j] - b * y[j];
      im[j] = keep * im[j] + a * y[j] + b * x[j];
    }
  }
}
