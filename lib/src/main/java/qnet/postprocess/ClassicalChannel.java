package qnet.postprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qnet.qkd.Bits;

/**
 * The line on which Alice and Bob talk: the only thing that they share, and everything on it is
 * kept.
 *
 * <p>Anyone can read it. Whether anyone can also change it, is for {@link Authentication} to find
 * out: each end keeps its own view, of what it sent and what it received, and in the end the two
 * compare a hash of their views.
 *
 * <p>What Eve learns of the key here is the sum of the messages' leaks: the bits that are parities
 * or values of the key.
 *
 * <p>One channel serves one run; it is written by one thread.
 */
public final class ClassicalChannel {
  /** What may happen to a message on its way. An open interface: a function in a cell will do. */
  @FunctionalInterface
  public interface Fault {
    /**
     * Lets a message pass, changes it or drops it.
     *
     * @param sent the message
     * @return what is received; empty if nothing is
     */
    Optional<Message> pass(Message sent);
  }

  private final Fault fault;
  private final List<Message> sent = new ArrayList<>();
  private final List<Message> received = new ArrayList<>();

  private ClassicalChannel(Fault fault) {
    this.fault = fault;
  }

  /**
   * A line on which every message arrives as it was sent.
   *
   * @return a new channel
   */
  public static ClassicalChannel perfect() {
    return new ClassicalChannel(Optional::of);
  }

  /**
   * A line on which something may happen to a message.
   *
   * @param fault what happens
   * @return a new channel
   */
  public static ClassicalChannel with(Fault fault) {
    return new ClassicalChannel(fault);
  }

  /**
   * A line that loses one message.
   *
   * @param number which one, from 1
   * @return a new channel
   */
  public static ClassicalChannel losing(int number) {
    return with(m -> m.number() == number ? Optional.empty() : Optional.of(m));
  }

  /**
   * A line that inverts the first bit of one message.
   *
   * @param number which one, from 1
   * @return a new channel
   */
  public static ClassicalChannel corrupting(int number) {
    return with(m -> Optional.of(m.number() == number ? m.corrupted() : m));
  }

  /**
   * Sends a message to the other end.
   *
   * @return what is received there
   * @throws Abort if nothing is
   */
  Bits send(Party from, String topic, Bits payload, long leakBits) {
    var message = new Message(sent.size() + 1, from, topic, payload, leakBits);
    sent.add(message);
    var arrived = fault.pass(message);
    received.add(arrived.orElse(null));
    return arrived
        .orElseThrow(() -> new Abort("message " + message.number() + " (" + topic + ") was lost"))
        .payload();
  }

  /**
   * All messages as they were sent.
   *
   * @return the messages in their order
   */
  public List<Message> transcript() {
    return List.copyOf(sent);
  }

  /** What one end knows of the conversation: what it sent, and what it received. */
  List<Message> viewOf(Party end) {
    var view = new ArrayList<Message>();
    for (int i = 0; i < sent.size(); i++) {
      view.add(sent.get(i).from() == end ? sent.get(i) : received.get(i));
    }
    return view;
  }

  /**
   * Bits about the key that were sent.
   *
   * @return the sum over all messages
   */
  public long leakBits() {
    return sent.stream().mapToLong(Message::leakBits).sum();
  }
}
