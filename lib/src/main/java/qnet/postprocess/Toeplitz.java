package qnet.postprocess;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.qkd.Bits;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * A Toeplitz matrix over two elements, drawn at random: the universal hash that makes a short
 * secret key of a long string about which Eve knows a little.
 *
 * <p>y = T·x, T_ij = s_{i−j+n−1}, for x of n bits and a seed s of n + m − 1 bits.
 *
 * <p>In the systematic form, y = x₁ + T·x₂ with x₁ the first m bits of x and T a matrix of m rows
 * and n − m columns: a seed of n − 1 bits, and less work.
 *
 * <p>Two different inputs have the same output for a part 2⁻ᵐ of all seeds, in both forms. The seed
 * may be public, but must be chosen after Eve has done her measurements.
 *
 * <p>Valid for any size. The product is computed with bits, not with rounded numbers, so it is
 * exact. Small or narrow matrices are cut into squares; others are multiplied at once, as
 * polynomials, by a Fourier transform over the bits themselves. A million bits take milliseconds,
 * fifty million take seconds.
 *
 * <p>Ignores nothing: this is the hash itself, not a model of it.
 *
 * <p>References: J. L. Carter, M. N. Wegman, J. Comput. Syst. Sci. 18, 143 (1979),
 * doi:10.1016/0022-0000(79)90044-8, for universal hashing; H. Krawczyk, CRYPTO '94, LNCS 839, 129,
 * doi:10.1007/3-540-48658-5_15, for Toeplitz matrices; M. Hayashi, T. Tsurumaki, IEEE Trans. Inf.
 * Theory 62, 2213 (2016), arXiv:1311.5322, for the systematic form.
 *
 * @param seed the diagonals of T, from the upper right corner to the lower left one
 * @param inputBits n, at least 1
 * @param outputBits m, at least 1; at most n in the systematic form
 * @param form which of the two forms
 */
public record Toeplitz(Bits seed, int inputBits, int outputBits, Form form) {
  private static final int PART_BITS = 32;

  /** How the input enters. */
  public enum Form {
    /** All of the input is multiplied. */
    FULL,
    /** The first bits are only added: (1|T). */
    SYSTEMATIC
  }

  /**
   * Checks the components.
   *
   * @param seed as above
   * @param inputBits as above
   * @param outputBits as above
   * @param form as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Toeplitz {
    if (seed.length() != seedBits(inputBits, outputBits, form)) {
      throw new IllegalArgumentException(
          "seed must have "
              + seedBits(inputBits, outputBits, form)
              + " bits, had "
              + seed.length());
    }
  }

  /**
   * The length of the seed.
   *
   * @param inputBits n, at least 1
   * @param outputBits m, at least 1; at most n in the systematic form
   * @param form which of the two forms
   * @return n + m − 1, or n − 1 in the systematic form
   * @throws IllegalArgumentException if a size is out of its range
   */
  public static int seedBits(int inputBits, int outputBits, Form form) {
    Objects.requireNonNull(form);
    Require.atLeast("inputBits", inputBits, 1);
    int most = form == Form.SYSTEMATIC ? inputBits : Integer.MAX_VALUE - inputBits;
    Require.between("outputBits", outputBits, 1, most);
    return inputBits - 1 + (form == Form.FULL ? outputBits : 0);
  }

  /**
   * A matrix drawn at random, in the full form.
   *
   * @param inputBits n, at least 1
   * @param outputBits m, at least 1
   * @param rng the generator
   * @return the hash
   */
  public static Toeplitz random(int inputBits, int outputBits, RandomGenerator rng) {
    return random(inputBits, outputBits, Form.FULL, rng);
  }

  /**
   * A matrix drawn at random.
   *
   * @param inputBits n, at least 1
   * @param outputBits m, at least 1; at most n in the systematic form
   * @param form which of the two forms
   * @param rng the generator
   * @return the hash
   */
  public static Toeplitz random(int inputBits, int outputBits, Form form, RandomGenerator rng) {
    var seed = Bits.random(seedBits(inputBits, outputBits, form), rng);
    return new Toeplitz(seed, inputBits, outputBits, form);
  }

  /**
   * The hash of a string.
   *
   * @param input n bits
   * @return m bits
   * @throws IllegalArgumentException if the input has another length
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Bits hash(Bits input) {
    if (input.length() != inputBits) {
      throw new IllegalArgumentException(
          "input must have " + inputBits + " bits, had " + input.length());
    }
    if (form == Form.FULL) {
      return product(input);
    }
    var added = input.slice(0, outputBits);
    return outputBits == inputBits ? added : added.xor(product(input.slice(outputBits, inputBits)));
  }

  /** T·x, by whichever way takes the least work: square tiles, or all at once. */
  private Bits product(Bits x) {
    int rows = parts(outputBits);
    int columns = parts(x.length());
    int best = ToeplitzProduct.sizeFrom(Math.min(rows, columns));
    for (int size = 2; size < best; size = ToeplitzProduct.sizeFrom(size + 1)) {
      if (work(rows, columns, size) < work(rows, columns, best)) {
        best = size;
      }
    }
    int bits = seed.length();
    if (bits <= CyclicProduct.MOST_BITS) {
      var atOnce = CyclicProduct.ofBits(bits);
      if (atOnce.work() < work(rows, columns, best)) {
        // y_i is the coefficient i + n − 1 of the product of seed and input as polynomials
        return Bits.of(atOnce.of(seed.words(), x.words()), bits).slice(x.length() - 1, bits);
      }
    }
    return byTiles(x, best, tiles(rows, best), tiles(columns, best));
  }

  private Bits byTiles(Bits x, int size, int down, int across) {
    long[] diagonals = windows(PART_BITS * across * size - x.length() + 1, (down + across) * size);
    long[] vector = split(x.words(), across * size);
    var y = new long[(down * size + 1) / 2];
    for (int i = 0; i < down; i++) {
      for (int j = 0; j < across; j++) {
        Parallel.checkInterrupt();
        int from = (i - j + across - 1) * size;
        long[] part =
            new ToeplitzProduct(
                    Arrays.copyOfRange(diagonals, from, from + 2 * size - 1),
                    Arrays.copyOfRange(vector, j * size, (j + 1) * size))
                .result();
        for (int k = 0; k < size; k++) {
          int at = i * size + k;
          y[at >> 1] ^= part[k] << PART_BITS * (at & 1);
        }
      }
    }
    return Bits.of(y, outputBits);
  }

  private static double work(int rows, int columns, int size) {
    return (double) tiles(rows, size) * tiles(columns, size) * ToeplitzProduct.work(size);
  }

  private static int tiles(int parts, int size) {
    return (parts + size - 1) / size;
  }

  private static int parts(int bits) {
    return (bits + PART_BITS - 1) / PART_BITS;
  }

  /** Words in halves; zeros follow. */
  private static long[] split(long[] words, int parts) {
    var halves = new long[parts];
    for (int i = 0; i < parts && i >> 1 < words.length; i++) {
      halves[i] = words[i >> 1] >>> PART_BITS * (i & 1) & 0xFFFFFFFFL;
    }
    return halves;
  }

  /** The 64 bits from every 32nd bit of the seed on, which has a number of zeros before it. */
  private long[] windows(int zeros, int parts) {
    var shifted = new long[parts / 2 + 2];
    long[] words = seed.words();
    for (int i = 0; i < words.length; i++) {
      int to = i + (zeros >> 6);
      shifted[to] |= words[i] << zeros;
      shifted[to + 1] |= (zeros & 63) == 0 ? 0 : words[i] >>> -zeros;
    }
    long[] halves = split(shifted, parts + 1);
    var windows = new long[parts];
    for (int i = 0; i < parts; i++) {
      windows[i] = halves[i] | halves[i + 1] << PART_BITS;
    }
    return windows;
  }
}
