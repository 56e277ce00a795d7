package qnet.run;

/**
 * Draws waiting times of mean 1 from the exponential distribution by the ziggurat method: nearly
 * always one random word, one multiplication and one comparison, and no logarithm.
 *
 * <p>P(T &gt; t) = e^(−t)
 *
 * <p>The area under the density is cut into 256 layers of equal size; a layer is chosen and a point
 * in it, which is drawn again if it lies above the density. The tables come from StrictMath, so
 * that the times are the same on every JDK.
 *
 * <p>Reference: G. Marsaglia, W. W. Tsang, "The ziggurat method for generating random variables",
 * J. Stat. Softw. 5(8), 1 (2000), doi:10.18637/jss.v005.i08, Sec. 2 for the method, and its program
 * for the constants of 256 layers.
 */
public final class Exponential {
  private static final int LAYERS = 256;

  /** Where the tail begins, and the area of each layer, for 256 layers. */
  private static final double TAIL = 7.69711747013104972;

  private static final double AREA = 0.0039496598225815571993;

  /** Further than any run goes, and far from the largest number. */
  private static final long FAR = 1L << 61;

  /** The right end of each layer, the first one stretched so that its tail counts. */
  private static final double[] RIGHT = new double[LAYERS + 1];

  /** The density at these ends. */
  private static final double[] DENSITY = new double[LAYERS + 1];

  static {
    RIGHT[0] = AREA / StrictMath.exp(-TAIL);
    RIGHT[1] = TAIL;
    for (int i = 1; i < LAYERS - 1; i++) {
      RIGHT[i + 1] = -StrictMath.log(AREA / RIGHT[i] + StrictMath.exp(-RIGHT[i]));
    }
    for (int i = 0; i <= LAYERS; i++) {
      DENSITY[i] = StrictMath.exp(-RIGHT[i]);
    }
  }

  private Exponential() {}

  /**
   * One waiting time.
   *
   * @param random the source of random words
   * @return a time ≥ 0 in units of the mean
   */
  public static double draw(Xoshiro256 random) {
    return draw(random.nextLong(), random);
  }

  private static double draw(long word, Xoshiro256 random) {
    int layer = (int) word & (LAYERS - 1);
    double time = (word >>> 11) * 0x1.0p-53 * RIGHT[layer];
    return time < RIGHT[layer + 1] ? time : atTheEdge(layer, time, random);
  }

  /**
   * The mean waiting time that makes the gaps between trials of probability p: −1/ln(1 − p).
   *
   * @param probability p, from 0 to 1
   * @return the mean, for {@link #gap}; 0 for p = 1, infinite for p = 0
   */
  public static double meanGap(double probability) {
    return -1 / StrictMath.log1p(-probability);
  }

  /**
   * How many independent trials it takes to the next success: the whole part of an exponential
   * waiting time, and one.
   *
   * @param meanGap from {@link #meanGap}
   * @param random the source of random words
   * @return a geometric number from 1 to 2⁶¹, where none comes
   */
  public static long gap(double meanGap, Xoshiro256 random) {
    return gap(meanGap, random.nextLong(), random);
  }

  /**
   * The same from a random word that is there already, which is nearly always enough.
   *
   * @param meanGap from {@link #meanGap}
   * @param word a random word
   * @param random the source of further words
   * @return a geometric number from 1 to 2⁶¹, where none comes
   */
  public static long gap(double meanGap, long word, Xoshiro256 random) {
    return 1 + Math.min(FAR, (long) (meanGap * draw(word, random)));
  }

  /** Chord and tangents of the density decide nearly always, and the slow exponential the rest. */
  private static double atTheEdge(int firstLayer, double firstTime, Xoshiro256 random) {
    if (firstLayer == 0) {
      return TAIL + draw(random); // the tail of an exponential is one again
    }
    double left = RIGHT[firstLayer + 1];
    double right = RIGHT[firstLayer];
    double low = DENSITY[firstLayer];
    double high = DENSITY[firstLayer + 1];
    double part = random.nextDouble();
    if (part * (right - left) >= right - firstTime) {
      return draw(random); // above the chord, and the density is convex
    }
    double height = low + part * (high - low);
    boolean belowTangent =
        height < high * (1 - (firstTime - left)) || height < low * (1 + (right - firstTime));
    return belowTangent || height < StrictMath.exp(-firstTime) ? firstTime : draw(random);
  }
}
