package qnet.postprocess;

import java.util.Objects;
import qnet.qkd.Bits;
import qnet.run.Require;

/**
 * One message on the classical channel, which everyone can read.
 *
 * @param number its place in the transcript, from 1
 * @param from who sent it
 * @param topic what it is about
 * @param payload what it says
 * @param leakBits how many of its bits are about the key, ≥ 0
 */
public record Message(int number, Party from, String topic, Bits payload, long leakBits) {
  /**
   * Checks the components.
   *
   * @param number as above
   * @param from as above
   * @param topic as above
   * @param payload as above
   * @param leakBits as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Message {
    Objects.requireNonNull(from);
    Objects.requireNonNull(topic);
    Objects.requireNonNull(payload);
    Require.atLeast("number", number, 1);
    if (leakBits < 0 || leakBits > payload.length()) {
      throw new IllegalArgumentException(
          "leakBits must be from 0 to " + payload.length() + " (payload), was " + leakBits);
    }
  }

  /**
   * This message with another payload: what someone in the middle can do to it.
   *
   * @param payload what it says now
   * @return the changed message
   */
  public Message withPayload(Bits payload) {
    return new Message(number, from, topic, payload, Math.min(leakBits, payload.length()));
  }

  /**
   * This message with its first bit inverted.
   *
   * @return the changed message; the same if it is empty
   */
  public Message corrupted() {
    if (payload.length() == 0) {
      return this;
    }
    long[] words = payload.words();
    words[0] ^= 1;
    return withPayload(Bits.of(words, payload.length()));
  }
}
