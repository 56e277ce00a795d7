package qnet.network;

/**
 * A link that limits the key of pairs of nodes, however well they route.
 *
 * @param id the link
 * @param a the node at one end
 * @param b the node at the other end
 * @param bitsPerSecond its key rate
 * @param pairs how many pairs of relaying nodes it limits
 */
public record Bottleneck(String id, String a, String b, double bitsPerSecond, long pairs) {}
