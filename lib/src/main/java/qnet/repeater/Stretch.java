package qnet.repeater;

import qnet.channel.Link;

/** One of the equal parts that stations cut a link into; each ends in a receiver of its own. */
record Stretch(double transmittance, double latencyMs, double backgroundRateHz) implements Link {
  static Link of(Link link, int parts) {
    return parts == 1
        ? link
        : new Stretch(
            StrictMath.pow(10, -link.lossDb() / parts / 10),
            link.latencyMs() / parts,
            link.backgroundRateHz());
  }
}
