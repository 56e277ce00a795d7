package qnet.qkd;

import java.util.Objects;
import qnet.run.Require;

/**
 * How much is collected before a finite key is made of it: a number of pulses sent, or of bits in
 * the sifted key.
 *
 * <p>A number of pulses is a time at a given clock; a number of sifted bits is what the programs
 * that make the key work on, and what finite-key papers keep fixed.
 *
 * @param unit what is counted
 * @param size how many, at least 1
 */
public record Block(Unit unit, long size) {
  /** What the size of a block counts. */
  public enum Unit {
    /** Pulses that Alice sends. */
    PULSES,
    /** Bits of the key basis after sifting. */
    SIFTED_BITS
  }

  /**
   * Checks the components.
   *
   * @param unit as above
   * @param size as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Block {
    Objects.requireNonNull(unit);
    Require.atLeast("size", size, 1);
  }

  /**
   * A block of pulses.
   *
   * @param pulses pulses that Alice sends, at least 1
   * @return the block
   */
  public static Block ofPulses(long pulses) {
    return new Block(Unit.PULSES, pulses);
  }

  /**
   * A block of sifted bits.
   *
   * @param siftedBits bits of the key basis after sifting, at least 1
   * @return the block
   */
  public static Block ofSiftedBits(long siftedBits) {
    return new Block(Unit.SIFTED_BITS, siftedBits);
  }

  /**
   * The pulses that fill the block.
   *
   * @param siftedBitsPerPulse probability that a pulse adds a bit to the sifted key basis, from 0
   *     to 1
   * @return a number of pulses; +∞ if the block never fills
   */
  public double pulses(double siftedBitsPerPulse) {
    return unit == Unit.PULSES ? size : size / siftedBitsPerPulse;
  }
}
