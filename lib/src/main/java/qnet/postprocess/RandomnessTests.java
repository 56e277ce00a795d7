package qnet.postprocess;

import java.util.List;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import qnet.qkd.Bits;
import qnet.run.Require;

/**
 * Five statistical tests of NIST SP 800-22 for strings that should look like fair coins.
 *
 * <p>Passing them says nothing about secrecy: the digits of π pass, and everybody knows them. A
 * failure says that something is broken.
 *
 * <p>Valid for strings of at least 128 bits; the distributions are those of long strings.
 *
 * <p>Ignores that of many fair strings one in a hundred fails each test, and that the standard's
 * probabilities of the longest run in 10,000 bits are off by up to 0.0016: they are used as
 * printed.
 *
 * <p>Reference: A. Rukhin et al., NIST Special Publication 800-22, revision 1a (2010),
 * doi:10.6028/NIST.SP.800-22r1a, Secs. 2.1–2.4 and 2.13.
 */
public final class RandomnessTests {
  private static final int SHORTEST = 128;
  private static final int BLOCK_BITS = 128;

  private RandomnessTests() {}

  /** How Sec. 2.4 sorts the longest runs of blocks of a length into classes. */
  record RunClasses(int blockBits, int shortest, double... probabilities) {
    static final List<RunClasses> BY_LENGTH =
        List.of(
            new RunClasses(8, 1, 0.2148, 0.3672, 0.2305, 0.1875),
            new RunClasses(128, 4, 0.1174, 0.2430, 0.2493, 0.1752, 0.1027, 0.1124),
            new RunClasses(10_000, 10, 0.0882, 0.2092, 0.2483, 0.1933, 0.1208, 0.0675, 0.0727));

    /** Sec. 2.4.2: the lengths from which longer blocks are taken. */
    static RunClasses of(int length) {
      return BY_LENGTH.get(length < 6272 ? 0 : length < 750_000 ? 1 : 2);
    }
  }

  /**
   * All five, with blocks of 128 bits.
   *
   * @param bits at least 128 bits
   * @return one line for each test
   * @throws IllegalArgumentException if there are fewer bits
   */
  public static List<RandomnessTest> all(Bits bits) {
    return List.of(
        frequency(bits),
        blockFrequency(bits, BLOCK_BITS),
        runs(bits),
        longestRun(bits),
        cumulativeSums(bits));
  }

  /**
   * Are there as many ones as zeros?
   *
   * @param bits at least one bit
   * @return the test of Sec. 2.1
   * @throws IllegalArgumentException if there are no bits
   */
  public static RandomnessTest frequency(Bits bits) {
    Require.atLeast("number of bits", bits.length(), 1);
    double sum = 2.0 * bits.ones() - bits.length();
    // Sec. 2.1.4
    return new RandomnessTest(
        "frequency", Erf.erfc(Math.abs(sum) / Math.sqrt(bits.length()) / Math.sqrt(2)));
  }

  /**
   * Are there as many ones as zeros in every block?
   *
   * @param bits at least one block of bits
   * @param blockBits the length of a block, at least 1
   * @return the test of Sec. 2.2
   * @throws IllegalArgumentException if there are fewer bits
   */
  public static RandomnessTest blockFrequency(Bits bits, int blockBits) {
    Require.atLeast("blockBits", blockBits, 1);
    Require.atLeast("number of bits", bits.length(), blockBits);
    int blocks = bits.length() / blockBits;
    double chiSquare = 0;
    for (int i = 0; i < blocks; i++) {
      double ones = bits.slice(i * blockBits, (i + 1) * blockBits).ones();
      double deviation = ones / blockBits - 0.5;
      chiSquare += 4 * blockBits * deviation * deviation; // Sec. 2.2.4
    }
    return new RandomnessTest("frequency in blocks", upperTail(blocks, chiSquare));
  }

  /**
   * Does the string change between 0 and 1 as often as it should?
   *
   * @param bits at least one bit
   * @return the test of Sec. 2.3; p = 0 if the frequency test fails clearly
   * @throws IllegalArgumentException if there are no bits
   */
  public static RandomnessTest runs(Bits bits) {
    Require.atLeast("number of bits", bits.length(), 1);
    int n = bits.length();
    double p = (double) bits.ones() / n;
    if (Math.abs(p - 0.5) >= 2 / Math.sqrt(n)) {
      return new RandomnessTest("runs", 0);
    }
    int runs = 1 + bits.slice(0, n - 1).xor(bits.slice(1, n)).ones();
    double expected = 2 * n * p * (1 - p);
    // Sec. 2.3.4
    return new RandomnessTest(
        "runs", Erf.erfc(Math.abs(runs - expected) / (2 * Math.sqrt(2.0 * n) * p * (1 - p))));
  }

  /**
   * Is the longest run of ones in each block as long as it should be?
   *
   * @param bits at least 128 bits
   * @return the test of Sec. 2.4
   * @throws IllegalArgumentException if there are fewer bits
   */
  public static RandomnessTest longestRun(Bits bits) {
    Require.atLeast("number of bits", bits.length(), SHORTEST);
    var classes = RunClasses.of(bits.length());
    int last = classes.probabilities().length - 1;
    int blocks = bits.length() / classes.blockBits();
    var counts = new long[last + 1];
    for (int i = 0; i < blocks; i++) {
      int longest = longestRun(bits, i * classes.blockBits(), classes.blockBits());
      counts[Math.max(0, Math.min(last, longest - classes.shortest()))]++;
    }
    double chiSquare = 0;
    for (int i = 0; i <= last; i++) {
      double expected = blocks * classes.probabilities()[i];
      chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected; // Sec. 2.4.4
    }
    return new RandomnessTest("longest run", upperTail(last, chiSquare));
  }

  private static int longestRun(Bits bits, int from, int length) {
    int longest = 0;
    int run = 0;
    for (int i = from; i < from + length; i++) {
      run = bits.get(i) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /**
   * Does a walk that goes up at 1 and down at 0 stay close enough to where it began?
   *
   * @param bits at least one bit
   * @return the test of Sec. 2.13, forwards
   * @throws IllegalArgumentException if there are no bits
   */
  public static RandomnessTest cumulativeSums(Bits bits) {
    Require.atLeast("number of bits", bits.length(), 1);
    int n = bits.length();
    int farthest = 0;
    int place = 0;
    for (int i = 0; i < n; i++) {
      place += bits.get(i) ? 1 : -1;
      farthest = Math.max(farthest, Math.abs(place));
    }
    double z = farthest;
    double p = 1;
    // Sec. 2.13.4
    for (int k = (int) ((-n / z + 1) / 4); k <= (int) ((n / z - 1) / 4); k++) {
      p -= normal((4 * k + 1) * z, n) - normal((4 * k - 1) * z, n);
    }
    for (int k = (int) ((-n / z - 3) / 4); k <= (int) ((n / z - 1) / 4); k++) {
      p += normal((4 * k + 3) * z, n) - normal((4 * k + 1) * z, n);
    }
    return new RandomnessTest("cumulative sums", Math.max(0, Math.min(1, p)));
  }

  private static double normal(double x, int variance) {
    return Erf.erfc(-x / Math.sqrt(2.0 * variance)) / 2;
  }

  private static double upperTail(int degrees, double chiSquare) {
    return Gamma.regularizedGammaQ(degrees / 2.0, chiSquare / 2);
  }
}
