package qnet.qkd;

import qnet.channel.Link;

/** BB84 as it is run: pulses of known intensities, two bases, two detectors. */
public sealed interface PulsedBb84 extends QkdProtocol
    permits Bb84, DecoyBb84, PracticalDecoyBb84, WeakPulseBb84 {
  /**
   * How the pulses for a link are prepared and measured.
   *
   * @param link the link from Alice to Bob
   * @return the setup, with the intensity that is best for the link if none is fixed
   */
  PulseSetup setup(Link link);
}
