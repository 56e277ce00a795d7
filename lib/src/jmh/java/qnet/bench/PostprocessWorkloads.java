package qnet.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import qnet.postprocess.Cascade;
import qnet.postprocess.ErrorCorrection;
import qnet.postprocess.Toeplitz;
import qnet.postprocess.Winnow;
import qnet.qkd.Bits;

/** Privacy amplification of a million bits, and error correction at 3 %. */
final class PostprocessWorkloads {
  private static final int INPUT_BITS = 1 << 20;
  private static final int OUTPUT_BITS = 1 << 19;
  private static final int KEY_BITS = 1_000_000;
  private static final double QBER = 0.03;

  /** What the million bits take: 3¹³ products of 32 bits, 16 multiplications each. */
  private static final int MULTIPLICATIONS = 16 * 1_594_323;

  private final SplittableRandom rng = new SplittableRandom(1);
  private final Bits input = Bits.random(INPUT_BITS, rng);
  private final Toeplitz hash = newHash();
  private final Bits alice = Bits.random(KEY_BITS, rng);
  private final Bits bob = alice.xor(errors());

  void addTo(Workloads workloads) {
    workloads.add("toeplitz, cached seed", INPUT_BITS, this::toeplitz);
    workloads.add("toeplitz, new seed", INPUT_BITS, this::toeplitzNewSeed);
    workloads.add("toeplitz, one thread", INPUT_BITS, this::toeplitzOneThread);
    workloads.add("cascade, original", KEY_BITS, this::cascadeOriginal);
    workloads.add("cascade, option 7", KEY_BITS, this::cascadeOption7);
    workloads.add("cascade, tuned", KEY_BITS, this::cascadeTuned);
    workloads.add("winnow, tabulated", KEY_BITS, this::winnowTabulated);
    workloads.add("winnow, tuned", KEY_BITS, this::winnowTuned);
  }

  private Toeplitz newHash() {
    return Toeplitz.random(INPUT_BITS, OUTPUT_BITS, Toeplitz.Form.SYSTEMATIC, rng);
  }

  private Bits errors() {
    var words = new long[KEY_BITS / 64 + 1];
    for (int i = 0; i < KEY_BITS; i++) {
      words[i >> 6] |= (rng.nextDouble() < QBER ? 1L : 0) << i;
    }
    return Bits.of(words, KEY_BITS);
  }

  /** The same matrix each time. */
  double toeplitz() {
    return hash.hash(input).ones();
  }

  /** A new matrix each time, drawn too. */
  double toeplitzNewSeed() {
    return newHash().hash(input).ones();
  }

  double toeplitzOneThread() {
    System.setProperty("qnet.threads", "1");
    try {
      return toeplitz();
    } finally {
      System.clearProperty("qnet.threads");
    }
  }

  /** The multiplications alone, in long rows: the limit of the hash on this machine. */
  double multiplications() {
    var a = new long[1024];
    var b = new long[a.length];
    Arrays.setAll(a, i -> rng.nextLong());
    Arrays.setAll(b, i -> rng.nextLong());
    var sums = new long[a.length];
    for (int done = 0; done < MULTIPLICATIONS; done += 4 * sums.length) {
      for (int i = 0; i < sums.length; i++) {
        long x = a[i];
        long y = b[i] ^ done;
        sums[i] ^= x * y ^ (x >>> 1) * y ^ x * (y >>> 1) ^ (x >>> 1) * (y >>> 1);
      }
    }
    return sums[0];
  }

  /** As first published, in frames of 10,000 bits: f. */
  double cascadeOriginal() {
    return efficiency(Cascade.original());
  }

  /** Option 7, in frames of 10,000 bits: f. */
  double cascadeOption7() {
    return efficiency(Cascade.option7());
  }

  /** The longest keys: f. */
  double cascadeTuned() {
    return efficiency(Cascade.tuned());
  }

  /** Winnow with the table of TNO: f. */
  double winnowTabulated() {
    return efficiency(Winnow.tabulated());
  }

  /** Winnow with longer blocks: f. */
  double winnowTuned() {
    return efficiency(Winnow.tuned());
  }

  private double efficiency(ErrorCorrection errorCorrection) {
    return errorCorrection.correct(alice, bob, QBER, rng).efficiency();
  }
}
