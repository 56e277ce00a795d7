package qnet.run;

/**
 * Many xoshiro256++ generators that take their steps together, so that a processor with wide
 * registers takes several at once: the fastest source of random words of the kit.
 *
 * <p>Lane i has a state of its own, from {@link Xoshiro256#stream(long, long)}. The words do not
 * depend on the processor.
 *
 * <p>Reference: D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47, 36 (2021), doi:10.1145/3460772,
 * Fig. 4.
 */
public final class XoshiroLanes {
  private final long[] s0;
  private final long[] s1;
  private final long[] s2;
  private final long[] s3;

  /**
   * Lanes of which the states follow from one word of a generator.
   *
   * @param lanes how many, at least 1
   * @param random the generator, of which one word is taken
   * @throws IllegalArgumentException if {@code lanes} is below 1
   */
  public XoshiroLanes(int lanes, Xoshiro256 random) {
    Require.atLeast("lanes", lanes, 1);
    s0 = new long[lanes];
    s1 = new long[lanes];
    s2 = new long[lanes];
    s3 = new long[lanes];
    long key = random.nextLong();
    for (int i = 0; i < lanes; i++) {
      Xoshiro256.stream(key, i).copyState(i, s0, s1, s2, s3);
    }
  }

  /**
   * One word of each lane.
   *
   * @param words where the words go, as many as there are lanes
   */
  public void fill(long[] words) {
    step(s0, s1, s2, s3, words);
  }

  /** Plain arrays and no branch: what a compiler turns into vector instructions. */
  private static void step(long[] s0, long[] s1, long[] s2, long[] s3, long[] words) {
    for (int i = 0; i < words.length; i++) {
      long a = s0[i];
      long b = s1[i];
      long c = s2[i];
      long d = s3[i];
      words[i] = Long.rotateLeft(a + d, 23) + a;
      long t = b << 17;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      s0[i] = a;
      s1[i] = b;
      s2[i] = c;
      s3[i] = Long.rotateLeft(d, 45);
    }
  }
}
