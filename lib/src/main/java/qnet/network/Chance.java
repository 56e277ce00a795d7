package qnet.network;

import qnet.run.Estimate;

/**
 * How likely a technology is the cheapest, given what is not known of the prices.
 *
 * @param technology its name
 * @param cheapest the part of the drawn price lists in which it is
 */
public record Chance(String technology, Estimate cheapest) {}
