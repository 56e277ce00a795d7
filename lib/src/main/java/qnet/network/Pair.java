package qnet.network;

/**
 * Two nodes that share a key.
 *
 * @param from the id of one
 * @param to the id of the other
 */
public record Pair(String from, String to) {}
