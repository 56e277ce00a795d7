package qnet.network;

import qnet.run.Estimate;

/**
 * How often the sessions of a pair found no free key.
 *
 * @param from the id of one end
 * @param to the id of the other end
 * @param offeredErlangs sessions that would run at a time if none were lost
 * @param circuits sessions that fit on the weakest link of the route at a time
 * @param blocking the part of the sessions that was lost
 * @param reason why every session is lost; empty if there is a route
 */
public record BlockingReport(
    String from,
    String to,
    double offeredErlangs,
    long circuits,
    Estimate blocking,
    String reason) {}
