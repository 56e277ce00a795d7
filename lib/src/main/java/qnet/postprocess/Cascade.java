package qnet.postprocess;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import qnet.qkd.Bits;
import qnet.run.Require;
import qnet.state.Entropy;

/**
 * Error correction by public discussion: Bob asks for parities of blocks of Alice's key and finds
 * his errors by halving blocks whose parities differ.
 *
 * <p>leak = number of parities that Alice has sent = f·n·h(Q)
 *
 * <p>The leak is counted, not computed. Alice and Bob are two objects that share a {@link
 * ClassicalChannel} and nothing else; each parity that crosses it counts once. The parity of the
 * last block of a pass follows from the others, except in the first pass, and is not sent.
 *
 * <p>Valid for error rates up to about a quarter. Two errors that share a block in every pass stay:
 * a hash must verify the result.
 *
 * <p>Ignores the time that messages take; their number is counted.
 *
 * <p>References: G. Brassard, L. Salvail, EUROCRYPT '93, LNCS 765, 410 (1994),
 * doi:10.1007/3-540-48285-7_35; J. Martinez-Mateo, C. Pacher, M. Peev, A. Ciurana, V. Martin,
 * Quantum Inf. Comput. 15, 453 (2015), arXiv:1407.3257, for the numbered options.
 *
 * @param blockSizes the length of the blocks in each pass
 * @param passes how many passes, at least 1
 * @param reusesSubBlocks whether a search begins at the smallest part whose parity is known
 * @param frameBits the longest piece of key that is corrected as one, at least 2
 */
public record Cascade(BlockSizes blockSizes, int passes, boolean reusesSubBlocks, int frameBits)
    implements ErrorCorrection {
  private static final int FRAME_BITS = 10_000;
  private static final int LONG_FRAME_BITS = 1 << 16;

  /** How long blocks are. An open interface: a function in a cell will do. */
  @FunctionalInterface
  public interface BlockSizes {
    /**
     * The length of the blocks of a pass.
     *
     * @param pass the pass, from 1
     * @param qber the error rate to expect
     * @param frameBits the length of the frame
     * @return a length; more than half a frame counts as half a frame
     */
    int blockBits(int pass, double qber, int frameBits);
  }

  /**
   * Checks the components.
   *
   * @param blockSizes as above
   * @param passes as above
   * @param reusesSubBlocks as above
   * @param frameBits as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Cascade {
    Objects.requireNonNull(blockSizes);
    Require.atLeast("passes", passes, 1);
    Require.atLeast("frameBits", frameBits, 2);
  }

  /**
   * Cascade as first published: blocks of ⌈0.73/Q⌉ bits, twice as long in each of four passes;
   * frames of 10,000 bits.
   *
   * @return the protocol of Brassard and Salvail
   */
  public static Cascade original() {
    // Brassard and Salvail 1993: k₁ = ⌈0.73/Q⌉, kᵢ = 2kᵢ₋₁
    return new Cascade((pass, qber, n) -> doubled(0.73, pass, qber), 4, false, FRAME_BITS);
  }

  /**
   * Option 3 of the overview: blocks of ⌈1/Q⌉ bits, twice as long in the second pass, half a frame
   * in fourteen more.
   *
   * @return the protocol, with frames of 10,000 bits
   */
  public static Cascade option3() {
    return new Cascade(
        (pass, qber, n) -> pass <= 2 ? doubled(1, pass, qber) : n, 16, false, FRAME_BITS);
  }

  /**
   * Option 4 of the overview: option 3, with sub-blocks used again.
   *
   * @return the protocol, with frames of 10,000 bits
   */
  public static Cascade option4() {
    return option3().withReusesSubBlocks(true);
  }

  /**
   * Option 7 of the overview: blocks of 2^⌈log₂(1/Q)⌉ bits, four times as long in the second pass,
   * half a frame in twelve more, sub-blocks used again.
   *
   * @return the protocol, with frames of 10,000 bits
   */
  public static Cascade option7() {
    return new Cascade(
        (pass, qber, n) -> pass <= 2 ? powerOfTwo(log2Inverse(qber)) << 2 * (pass - 1) : n,
        14,
        true,
        FRAME_BITS);
  }

  /**
   * Option 8 of the overview: with α = log₂(1/Q) − ½, blocks of 2^⌈α⌉, 2^⌈(α + 12)/2⌉ and 4096
   * bits, then half a frame in eleven more passes, sub-blocks used again.
   *
   * @return the protocol, with frames of 10,000 bits
   */
  public static Cascade option8() {
    return new Cascade(
        (pass, qber, n) -> {
          double alpha = log2Inverse(qber) - 0.5;
          return switch (pass) {
            case 1 -> powerOfTwo(alpha);
            case 2 -> powerOfTwo((alpha + 12) / 2);
            case 3 -> 4096;
            default -> n;
          };
        },
        14,
        true,
        FRAME_BITS);
  }

  /**
   * The best of the options in long frames: {@link #option8()} with frames of 65,536 bits, and six
   * more passes of half a frame. Each of them costs one parity and halves the chance that errors
   * stay.
   *
   * @return the protocol that makes the longest keys
   */
  public static Cascade tuned() {
    return option8().withPasses(20).withFrameBits(LONG_FRAME_BITS);
  }

  private static int doubled(double firstTimesQber, int pass, double qber) {
    return (int) Math.min(1 << 30, Math.ceil(firstTimesQber / qber) * (1L << (pass - 1)));
  }

  private static double log2Inverse(double qber) {
    return -StrictMath.log(qber) / StrictMath.log(2);
  }

  private static int powerOfTwo(double exponent) {
    return 1 << (int) Math.max(0, Math.min(26, Math.ceil(exponent)));
  }

  /**
   * The same with other blocks.
   *
   * @param blockSizes the length of the blocks in each pass
   * @return the changed protocol
   */
  public Cascade withBlockSizes(BlockSizes blockSizes) {
    return new Cascade(blockSizes, passes, reusesSubBlocks, frameBits);
  }

  /**
   * The same with another number of passes.
   *
   * @param passes how many passes, at least 1
   * @return the changed protocol
   */
  public Cascade withPasses(int passes) {
    return new Cascade(blockSizes, passes, reusesSubBlocks, frameBits);
  }

  /**
   * The same with or without a memory for parities of parts of blocks.
   *
   * @param reusesSubBlocks whether a search begins at the smallest part whose parity is known
   * @return the changed protocol
   */
  public Cascade withReusesSubBlocks(boolean reusesSubBlocks) {
    return new Cascade(blockSizes, passes, reusesSubBlocks, frameBits);
  }

  /**
   * The same with longer or shorter frames.
   *
   * @param frameBits the longest piece of key that is corrected as one, at least 2
   * @return the changed protocol
   */
  public Cascade withFrameBits(int frameBits) {
    return new Cascade(blockSizes, passes, reusesSubBlocks, frameBits);
  }

  @Override
  public Reconciliation correct(
      Bits aliceKey, Bits bobKey, double qber, ClassicalChannel channel, RandomGenerator rng) {
    var opening = Opening.of(aliceKey, bobKey, qber, channel, rng);
    long leakBefore = channel.leakBits();
    int keyBits = bobKey.length();
    var alice = new Alice(aliceKey, new CascadePlan(this, keyBits, qber, opening.aliceSeed()));
    UnaryOperator<Bits> line =
        question -> {
          var asked = channel.send(Party.BOB, "question", question, 0);
          var answer = alice.answer(asked);
          return channel.send(Party.ALICE, "parities", answer, answer.length());
        };
    var plan = new CascadePlan(this, keyBits, qber, opening.bobSeed());
    var bob = new Bob(bobKey, plan, reusesSubBlocks, line);
    var corrected = bob.corrected();
    return new Reconciliation(
        corrected, bob.corrections(), channel.leakBits() - leakBefore, bob.roundTrips());
  }

  /**
   * The least that any error correction must disclose.
   *
   * <p>n·h(Q)
   *
   * @param bits n, the length of the key
   * @param qber Q, from 0 to 1
   * @return a number of bits
   */
  public static double shannonBits(long bits, double qber) {
    return bits * Entropy.binary(qber);
  }
}
