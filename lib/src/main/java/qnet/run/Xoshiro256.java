package qnet.run;

import java.util.random.RandomGenerator;

/**
 * The kit's random generator: xoshiro256++, 256 bits of state, period 2²⁵⁶ − 1.
 *
 * <p>It is written out here because a concrete class that fills arrays of words is several times
 * faster than a generator behind an interface, and because the words must be the same on every JDK.
 *
 * <p>Independent streams come from {@link #stream(long, long)}: the state is the SplitMix64 hash of
 * a key and a stream number. With 2³² streams of 2⁴⁰ words each, two of them overlap with a
 * probability below 2⁻¹⁵⁰.
 *
 * <p>Not safe for use by several threads; give each its own stream. Not for cryptographic keys.
 *
 * <p>Reference: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Trans. Math. Softw. 47, 36 (2021), doi:10.1145/3460772, Fig. 4 and Sec. 5 (constants 17, 45, 23).
 */
public final class Xoshiro256 implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /**
   * A generator whose state is the four given words.
   *
   * @param s0 first word of the state
   * @param s1 second word
   * @param s2 third word
   * @param s3 fourth word; the four must not all be zero
   */
  Xoshiro256(long s0, long s1, long s2, long s3) {
    if ((s0 | s1 | s2 | s3) == 0) {
      throw new IllegalArgumentException("the state must not be all zero");
    }
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /**
   * Stream number {@code stream} of the family named by {@code key}.
   *
   * @param key one word that names the run, any value
   * @param stream the number of the stream, any value
   * @return a generator at the start of that stream
   */
  public static Xoshiro256 stream(long key, long stream) {
    long z = mix(key + GOLDEN_GAMMA) ^ mix(stream * GOLDEN_GAMMA + 1);
    return new Xoshiro256(
        mix(z + GOLDEN_GAMMA),
        mix(z + 2 * GOLDEN_GAMMA),
        mix(z + 3 * GOLDEN_GAMMA),
        mix(z + 4 * GOLDEN_GAMMA));
  }

  /** The finaliser of SplitMix64: a bijection of 64-bit words. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Writes the state into place {@code i} of four arrays. */
  void copyState(int i, long[] first, long[] second, long[] third, long[] fourth) {
    first[i] = s0;
    second[i] = s1;
    third[i] = s2;
    fourth[i] = s3;
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /**
   * A number from [0, 1) with 53 random bits.
   *
   * <p>Defined here, not inherited, so that no JDK can change the sequence.
   */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** A fair coin: the highest bit of the next word. */
  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /**
   * A number from 0 to {@code bound} − 1, without bias (Lemire's multiplication with rejection).
   *
   * @param bound how many values there are, at least 1
   */
  @Override
  public int nextInt(int bound) {
    Require.atLeast("bound", bound, 1);
    long product = (nextLong() >>> 32) * bound;
    if ((product & 0xFFFFFFFFL) < bound) {
      long threshold = (1L << 32) % bound;
      while ((product & 0xFFFFFFFFL) < threshold) {
        product = (nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * Fills an array with random words, the same ones that repeated calls of {@link #nextLong()}
   * would give.
   *
   * @param words the array to fill, any length
   */
  public void fill(long[] words) {
    long a = s0;
    long b = s1;
    long c = s2;
    long d = s3;
    for (int i = 0; i < words.length; i++) {
      words[i] = Long.rotateLeft(a + d, 23) + a;
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = Long.rotateLeft(d, 45);
    }
    s0 = a;
    s1 = b;
    s2 = c;
    s3 = d;
  }
}
