package qnet.network;

/**
 * The stock of key of one link: it fills at the key rate until it is full, and every key that
 * passes takes from it.
 *
 * <p>put = used + left, in whole bits, at any time
 */
final class KeyPool {
  private final double bitsPerSecond;
  private final long capacityBits;
  private long madeBits;
  private long putBits;
  private long usedBits;

  KeyPool(double bitsPerSecond, long capacityBits) {
    this.bitsPerSecond = bitsPerSecond;
    this.capacityBits = capacityBits;
  }

  /** Fills the pool up to a time; what does not fit is lost. */
  void fillUntil(double timeS) {
    long made = (long) (bitsPerSecond * timeS);
    putBits += Math.min(made - madeBits, capacityBits - leftBits());
    madeBits = made;
  }

  boolean holds(long bits) {
    return leftBits() >= bits;
  }

  void take(long bits) {
    usedBits += bits;
  }

  long leftBits() {
    return putBits - usedBits;
  }

  PoolReport report(Edge edge) {
    return new PoolReport(edge.id(), madeBits, putBits, usedBits, leftBits());
  }
}
