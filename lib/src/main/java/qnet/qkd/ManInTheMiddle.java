package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.run.Estimate;

/**
 * The man in the middle: if the public channel is not authentic, Eve plays Bob to Alice and Alice
 * to Bob, and makes a key with each of them by the book.
 *
 * <p>Both samples show no more errors than the devices cause; the two keys have nothing to do with
 * each other, and Eve has both. Authentication of the public channel, with a secret that Alice and
 * Bob share before, is what forbids it.
 *
 * <p>Valid for public messages that nobody signs.
 *
 * <p>Ignores that her two halves of the link may be shorter and better than the whole.
 *
 * <p>Reference: C. H. Bennett, G. Brassard, Theor. Comput. Sci. 560, 7 (2014, first 1984),
 * doi:10.1016/j.tcs.2014.05.025, which asks for an authentic channel.
 *
 * @param session what Eve imitates at either end
 */
public record ManInTheMiddle(Session session) {
  /**
   * Checks the component.
   *
   * @param session as above
   */
  public ManInTheMiddle {
    Objects.requireNonNull(session);
  }

  /**
   * What both ends see.
   *
   * @param atAlice the session of Alice with Eve, whom she takes for Bob
   * @param atBob the session of Eve with Bob, who takes her for Alice
   * @param keyAgreement how often a bit of Alice's key is that of Bob's at the same place; NaN if
   *     one of them has no key
   */
  public record Result(SessionResult atAlice, SessionResult atBob, Estimate keyAgreement) {}

  /**
   * Runs both sessions.
   *
   * @param pulses pulses that Alice sends, and that Eve sends, at least 1
   * @param rng the generator, of which a few words are taken
   * @return what both ends see
   * @throws IllegalArgumentException if {@code pulses} is below 1
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Result run(long pulses, RandomGenerator rng) {
    var atAlice = session.run(pulses, rng);
    var atBob = session.run(pulses, rng);
    int length = Math.min(atAlice.aliceKey().length(), atBob.bobKey().length());
    if (length == 0) {
      return new Result(atAlice, atBob, SessionResult.UNKNOWN);
    }
    Bits differing = atAlice.aliceKey().slice(0, length).xor(atBob.bobKey().slice(0, length));
    return new Result(atAlice, atBob, Estimate.ofCount(length - differing.ones(), length));
  }
}
