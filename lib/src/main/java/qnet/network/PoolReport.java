package qnet.network;

/**
 * What became of the key of one link.
 *
 * @param link the id of the link
 * @param madeBits key that the link made
 * @param putBits key that was put into the pool; the rest found it full
 * @param usedBits key that was used up as one-time pads
 * @param leftBits key that is left in the pool
 */
public record PoolReport(String link, long madeBits, long putBits, long usedBits, long leftBits) {}
