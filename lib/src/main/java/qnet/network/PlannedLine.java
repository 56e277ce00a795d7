package qnet.network;

/**
 * A line of a planned network.
 *
 * @param from the id of one city
 * @param to the id of the other city
 * @param loadBitsPerSecond the key that must pass
 * @param plan how the line is built
 */
public record PlannedLine(String from, String to, double loadBitsPerSecond, LinePlan plan) {}
