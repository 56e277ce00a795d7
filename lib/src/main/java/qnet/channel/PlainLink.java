package qnet.channel;

/** A link of which the numbers are known, but not what it is made of. */
record PlainLink(double transmittance, double latencyMs, double backgroundRateHz) implements Link {}
