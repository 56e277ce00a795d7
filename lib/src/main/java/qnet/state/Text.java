package qnet.state;

import java.math.BigDecimal;
import java.math.MathContext;

/** States as text that a person can read: 4 significant digits, kets, aligned columns. */
final class Text {
  private static final int MAX_KETS = 16;
  private static final int MAX_ROWS = 8;
  private static final double VISIBLE = 5e-5;
  private static final MathContext DIGITS = new MathContext(4);

  private Text() {}

  static String number(double value) {
    return Math.abs(value) < VISIBLE
        ? "0"
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  static String complex(double re, double im) {
    String real = number(re);
    String imaginary = number(im);
    if (imaginary.equals("0")) {
      return real;
    }
    String i = imaginary.equals("1") ? "i" : imaginary.equals("-1") ? "-i" : imaginary + "i";
    if (real.equals("0")) {
      return i;
    }
    return real + (i.startsWith("-") ? i : "+" + i);
  }

  /** "0.7071|00⟩ + 0.7071|11⟩"; at most 16 kets, then how many more there are. */
  static String kets(double[] re, double[] im, int qubits) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    int more = 0;
    for (int i = 0; i < re.length; i++) {
      String amplitude = complex(re[i], im[i]);
      if (amplitude.equals("0")) {
        continue;
      }
      if (++shown > MAX_KETS) {
        more++;
        continue;
      }
      appendTerm(text, amplitude, ket(i, qubits));
    }
    return more == 0 ? text.toString() : text + " + … (" + more + " more)";
  }

  private static void appendTerm(StringBuilder text, String amplitude, String ket) {
    boolean both =
        amplitude.indexOf('i') > 0 && amplitude.lastIndexOf('+') > 0
            || amplitude.indexOf('i') > 0 && amplitude.lastIndexOf('-') > 0;
    boolean negative = !both && amplitude.startsWith("-");
    if (text.length() > 0) {
      text.append(negative ? " - " : " + ");
    } else if (negative) {
      text.append('-');
    }
    String size = negative ? amplitude.substring(1) : amplitude;
    text.append(both ? "(" + size + ")" : size.equals("1") ? "" : size).append(ket);
  }

  static String ket(int index, int qubits) {
    String bits = Integer.toBinaryString(index);
    return "|" + "0".repeat(qubits - bits.length()) + bits + "⟩";
  }

  /** All rows of a matrix up to 8×8, one line otherwise. */
  static String matrix(ComplexMatrix matrix, String summary) {
    int n = matrix.dimension();
    if (n > MAX_ROWS) {
      return summary + ", " + n + "×" + n;
    }
    String[][] cells = new String[n][n];
    int width = 0;
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        cells[r][c] = complex(matrix.re[r][c], matrix.im[r][c]);
        width = Math.max(width, cells[r][c].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : cells) {
      text.append(text.length() == 0 ? "[" : "\n[");
      for (int c = 0; c < n; c++) {
        text.append(c == 0 ? "" : "  ").append(" ".repeat(width - row[c].length())).append(row[c]);
      }
      text.append(']');
    }
    return text.toString();
  }
}
