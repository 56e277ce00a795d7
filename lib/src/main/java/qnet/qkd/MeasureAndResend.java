package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

/**
 * BB84 through a relay that measures each photon and sends a new one in the state it saw, as a
 * repeater of classical signals does.
 *
 * <p>Q = ½·[e_A·(1 − e_B) + e_B·(1 − e_A)] + ¼, gain = Q_A·Q_B
 *
 * <p>for arms with gains Q_A, Q_B and error rates e_A, e_B. The relay does not know Alice's basis:
 * in half of the cases it measures in the other one, and Bob's bit is a coin. No arm is so good
 * that the error rate falls below 25 %, and above 11 % there is no key.
 *
 * <p>Valid for: bases chosen with probability ½ by all three, a relay that announces when it saw a
 * photon; single photons.
 *
 * <p>Ignores: that a relay which learns the bases later holds the key; one that is trusted with it
 * makes two keys, one for each arm, and no quantum state passes it.
 *
 * <p>Reference: C. H. Bennett, G. Brassard, Theor. Comput. Sci. 560, 7 (2014, first 1984),
 * doi:10.1016/j.tcs.2014.05.025; the relay does what they call an eavesdropper who measures and
 * resends.
 *
 * @param protocol BB84 with the devices of both arms
 */
public record MeasureAndResend(Bb84 protocol) implements TwoArmProtocol {
  private static final int PULSES_PER_CHUNK = 1 << 15;

  /**
   * Checks the component.
   *
   * @param protocol as above
   */
  public MeasureAndResend {
    Objects.requireNonNull(protocol);
  }

  @Override
  public KeyRate over(Link alice, Link bob) {
    var first = protocol.over(alice);
    var second = protocol.over(bob);
    double sameBasis = first.qber() * (1 - second.qber()) + second.qber() * (1 - first.qber());
    double qber = sameBasis / 2 + 0.25; // the other basis: half of the time, half of the bits wrong
    double gain = first.gain() * second.gain();
    return new KeyRate(
        0,
        Math.min(first.usesPerSecond(), second.usesPerSecond()),
        gain,
        gain > 0 ? qber : Double.NaN,
        gain > 0 ? "the relay measures" : "no light arrives");
  }

  /**
   * Sends photons one by one through the relay, and counts what Alice and Bob hold after sifting.
   *
   * @param alice the link from Alice to the relay
   * @param bob the link from the relay to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which one {@code nextLong()} is taken
   * @return the counts
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Counts simulate(Link alice, Link bob, long pulses, RandomGenerator rng) {
    var first = trials(alice);
    var second = trials(bob);
    return Parallel.trials(
        pulses,
        PULSES_PER_CHUNK,
        rng,
        (count, random) -> chunk(first, second, count, random),
        Counts::plus);
  }

  private PulseTrials trials(Link link) {
    return new PulseTrials(
        protocol.source(), protocol.detector(), protocol.misalignment(), 0.5, link);
  }

  private Counts chunk(PulseTrials first, PulseTrials second, int pulses, Xoshiro256 random) {
    var toRelay = new PulseStory();
    var toBob = new PulseStory();
    long[] sent = new long[2];
    long[] detected = new long[2];
    long[] errors = new long[2];
    for (int i = 0; i < pulses; i++) {
      first.draw(toRelay, random);
      do { // of all that the relay may send, what it has to: a photon in the basis it measured in
        second.draw(toBob, random);
      } while (toBob.aliceBasis != toRelay.bobBasis);
      if (toRelay.aliceBasis == toBob.bobBasis) {
        int basis = toBob.bobBasis.ordinal();
        sent[basis]++;
        if (toRelay.clicks() && toBob.clicks()) {
          detected[basis]++;
          // two wrong bits make a right one
          errors[basis] += toRelay.differs() == toBob.differs() ? 0 : 1;
        }
      }
    }
    var tallies = new ArrayList<Tally>();
    for (Basis basis : List.of(Basis.Z, Basis.X)) {
      int b = basis.ordinal();
      tallies.add(
          new Tally(basis, protocol.source().meanPhotonNumber(), sent[b], detected[b], errors[b]));
    }
    return new Counts(pulses, tallies);
  }
}
