package qnet.repeater;

import qnet.channel.Link;

/**
 * How two neighbouring stations make a pair over the link between them and learn of it.
 *
 * <p>The interface is open: a way of one's own is one line.
 *
 * <pre>{@code Heralding mine = link -> Segment.ofProbability(link.transmittance());}</pre>
 */
@FunctionalInterface
public interface Heralding {
  /**
   * The segment that a link becomes.
   *
   * @param link the link between two neighbouring stations
   * @return its success probability, timing and pair
   */
  Segment over(Link link);
}
