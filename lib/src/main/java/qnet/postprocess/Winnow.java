package qnet.postprocess;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import qnet.qkd.Bits;
import qnet.run.Require;

/**
 * Error correction with Hamming codes: Bob tells the parity of each of his blocks, Alice answers
 * with hers and with the syndrome of each block in which the two differ, and Bob inverts the bit to
 * which the syndromes point.
 *
 * <p>leak = Σ over passes of (blocks + m·odd blocks), with blocks of 2^m bits
 *
 * <p>A pass takes two messages, however many errors there are; {@link Cascade} takes two for each
 * halving. A block with one error is made right. Two errors in a block are not seen, and three
 * become four. So passes with longer and longer blocks follow, each with the bits in a new order.
 *
 * <p>Bits that follow from what Alice has said, as many as she has disclosed, take no part in later
 * passes. The paper throws them away ("privacy maintenance"). Here Bob computes them in the end,
 * and privacy amplification charges the leak. For an Eve who knows nothing of the key this is the
 * same. For one who knows some bits only the second is right: a parity and the bit that was thrown
 * away for it tell her the parity of the rest.
 *
 * <p>Valid for error rates up to about 15 % that are known beforehand: {@link #tabulated()} bears a
 * fifth more errors than expected, {@link #tuned()} hardly more than chance makes in a key of that
 * length. Where errors stay they spoil many of the bits that Bob computes, and a hash must see it.
 *
 * <p>Ignores the time that messages take; their number is counted.
 *
 * <p>References: W. T. Buttler, S. K. Lamoreaux, J. R. Torgerson, G. H. Nickel, C. H. Donahue, C.
 * G. Peterson, Phys. Rev. A 67, 052303 (2003), doi:10.1103/PhysRevA.67.052303,
 * arXiv:quant-ph/0203096; TNO, qkd_key_rate 2.0.4, for {@link #tabulated()}.
 *
 * @param schedule the length of the blocks in each pass
 */
public record Winnow(Schedule schedule) implements ErrorCorrection {
  /** How long blocks are. An open interface: a function in a cell will do. */
  @FunctionalInterface
  public interface Schedule {
    /**
     * The length of the blocks in each pass.
     *
     * @param qber the error rate to expect
     * @param keyBits the length of the key
     * @return powers of two from 8 to 65,536, one for each pass
     */
    List<Integer> blockBits(double qber, int keyBits);
  }

  /**
   * Checks the components.
   *
   * @param schedule as above
   */
  public Winnow {
    Objects.requireNonNull(schedule);
  }

  /**
   * Blocks of 8 to 1024 bits by a published table, whatever the length of the key; above an error
   * rate of 15 % its last row.
   *
   * @return the protocol with the schedule of TNO
   */
  public static Winnow tabulated() {
    return new Winnow((qber, keyBits) -> WinnowSchedules.tabulated(qber));
  }

  /**
   * Blocks for which {@link WinnowPass} expects 0.6 errors at most, of at most a sixteenth of the
   * key, until less than one key in a thousand should have errors.
   *
   * @return the protocol that makes longer keys
   */
  public static Winnow tuned() {
    return new Winnow(WinnowSchedules::tuned);
  }

  /**
   * The same with other blocks.
   *
   * @param schedule the length of the blocks in each pass
   * @return the changed protocol
   */
  public Winnow withSchedule(Schedule schedule) {
    return new Winnow(schedule);
  }

  /**
   * The leak to expect, from {@link WinnowPass} for each pass.
   *
   * @param qber the error rate, from 0 to 0.5, which is also the one that is expected
   * @param keyBits the length of the key, at least 1
   * @return a number of bits
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public double expectedLeakBits(double qber, int keyBits) {
    Require.atLeast("keyBits", keyBits, 1);
    double bits = keyBits;
    double errorRate = qber;
    for (int block : schedule.blockBits(qber, keyBits)) {
      var pass = new WinnowPass(block, errorRate);
      bits *= 1 - pass.leakPerBit();
      errorRate = pass.qberAfter();
    }
    return keyBits - bits;
  }

  @Override
  public Reconciliation correct(
      Bits aliceKey, Bits bobKey, double qber, ClassicalChannel channel, RandomGenerator rng) {
    var opening = Opening.of(aliceKey, bobKey, qber, channel, rng);
    long leakBefore = channel.leakBits();
    int keyBits = bobKey.length();
    var blocks = schedule.blockBits(qber, keyBits);
    blocks.forEach(WinnowPass::requireBlock);
    var alice = new WinnowAlice(aliceKey, new WinnowPlan(keyBits, blocks, opening.aliceSeed()));
    UnaryOperator<Bits> line =
        parities -> {
          var heard = channel.send(Party.BOB, "parities", parities, 0);
          var answer = alice.answer(heard);
          return channel.send(Party.ALICE, "parities and syndromes", answer, answer.length());
        };
    var plan = new WinnowPlan(keyBits, blocks, opening.bobSeed());
    var corrected = new WinnowBob(bobKey, plan, line).corrected();
    int changed = corrected.xor(bobKey).ones();
    return new Reconciliation(corrected, changed, channel.leakBits() - leakBefore, blocks.size());
  }
}
