package qnet.qkd;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.run.Xoshiro256;

/**
 * A session of BB84 from the first pulse to the decision: Alice sends, Eve attacks, Bob measures,
 * they sift, compare a random sample in public, and go on or give up.
 *
 * <p>They give up if more than the allowed part of the sample differs, or if the clicks of some
 * intensity are not those of the link: off by more than five standard errors and by more than a
 * hundredth, to which they know its loss. Then nothing of the key is left.
 *
 * <p>Valid for detectors that are always ready and a public channel that is authentic; {@link
 * ManInTheMiddle} shows what happens without.
 *
 * <p>Ignores the dead time, and what follows the decision: error correction and privacy
 * amplification.
 *
 * <p>Reference: C. H. Bennett, G. Brassard, Theor. Comput. Sci. 560, 7 (2014, first 1984),
 * doi:10.1016/j.tcs.2014.05.025.
 *
 * @param protocol what Alice and Bob do
 * @param link the link between them
 * @param eve who attacks it
 * @param sampleFraction the part of the sifted key that is compared in public, from 0 to 1
 * @param abortQber the largest part of the sample that may differ, from 0 to 1
 */
public record Session(
    PulsedBb84 protocol, Link link, Eve eve, double sampleFraction, double abortQber) {
  /** How finely the number of sifted bits is averaged over. */
  private static final int QUANTILES = 100;

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private static final double USUAL_SAMPLE = 0.1;
  private static final double USUAL_ABORT_QBER = 0.11;

  /**
   * Checks the components.
   *
   * @param protocol as above
   * @param link as above
   * @param eve as above
   * @param sampleFraction as above
   * @param abortQber as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Session {
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(link);
    Objects.requireNonNull(eve);
    Require.probability("sampleFraction", sampleFraction);
    Require.probability("abortQber", abortQber);
  }

  /**
   * A session that compares a tenth of the sifted key and gives up above 11 % of errors, from which
   * on no key is left ({@link Thresholds#bb84()}); nobody attacks.
   *
   * @param protocol what Alice and Bob do
   * @param link the link between them
   * @return the session
   */
  public static Session of(PulsedBb84 protocol, Link link) {
    return new Session(protocol, link, Eve.none(), USUAL_SAMPLE, USUAL_ABORT_QBER);
  }

  /**
   * The session of {@link Bb84#standard()} over 50 km of fibre.
   *
   * @return the session
   */
  public static Session standard() {
    return of(Bb84.standard(), Fiber.standard().withLengthKm(50));
  }

  /**
   * A session of {@link Bb84#ideal()} without any loss: what goes wrong is Eve's doing.
   *
   * @return the session
   */
  public static Session ideal() {
    return of(Bb84.ideal(), Link.ofLossDb(0));
  }

  /**
   * This session with another protocol.
   *
   * @param protocol what Alice and Bob do
   * @return the changed session
   */
  public Session withProtocol(PulsedBb84 protocol) {
    return new Session(protocol, link, eve, sampleFraction, abortQber);
  }

  /**
   * This session over another link.
   *
   * @param link the link between Alice and Bob
   * @return the changed session
   */
  public Session withLink(Link link) {
    return new Session(protocol, link, eve, sampleFraction, abortQber);
  }

  /**
   * This session with another eavesdropper.
   *
   * @param eve who attacks the link
   * @return the changed session
   */
  public Session withEve(Eve eve) {
    return new Session(protocol, link, eve, sampleFraction, abortQber);
  }

  /**
   * This session with another sample.
   *
   * @param sampleFraction the part of the sifted key that is compared, from 0 to 1
   * @return the changed session
   */
  public Session withSampleFraction(double sampleFraction) {
    return new Session(protocol, link, eve, sampleFraction, abortQber);
  }

  /**
   * This session with another threshold.
   *
   * @param abortQber the largest part of the sample that may differ, from 0 to 1
   * @return the changed session
   */
  public Session withAbortQber(double abortQber) {
    return new Session(protocol, link, eve, sampleFraction, abortQber);
  }

  /**
   * Sends a few pulses and tells the story of each.
   *
   * @param pulses pulses sent, from 1 to 64
   * @param rng the generator, of which two words are taken
   * @return one line per pulse
   * @throws IllegalArgumentException if {@code pulses} is out of range
   */
  public List<SessionPulse> pulses(int pulses, RandomGenerator rng) {
    var trials = new PulseTrials(protocol.setup(link), link, eve);
    List<SessionPulse> lines = trials.stories(pulses, rng, Session::line);
    int sifted = (int) lines.stream().filter(SessionPulse::kept).count();
    Bits sampled = sample(sifted, rng);
    var told = new ArrayList<SessionPulse>();
    int bit = 0;
    for (SessionPulse line : lines) {
      told.add(line.kept() ? line.withSampled(sampled.get(bit++)) : line);
    }
    return List.copyOf(told);
  }

  private static SessionPulse line(int number, PulseStory story) {
    return new SessionPulse(
        number,
        story.aliceOne ? 1 : 0,
        story.aliceBasis,
        story.photons,
        story.note.action(),
        story.bobBasis,
        story.bobBit(),
        story.sifted(),
        false);
  }

  /** Sets as many bits as are compared, at random places. */
  private Bits sample(int length, RandomGenerator rng) {
    var random = Xoshiro256.stream(rng.nextLong(), 0);
    long missing = Math.round(sampleFraction * length);
    long[] words = new long[(length + 63) >>> 6];
    for (int i = 0; i < length && missing > 0; i++) {
      if ((i & 0xFFFF) == 0) {
        Parallel.checkInterrupt();
      }
      if (random.nextDouble() * (length - i) < missing) {
        words[i >> 6] |= 1L << i;
        missing--;
      }
    }
    return Bits.of(words, length);
  }

  /**
   * Runs the session.
   *
   * <p>The same seed gives the same session on any number of threads.
   *
   * @param pulses pulses sent, at least 1
   * @param rng the generator, of which a few words are taken
   * @return how it ended
   * @throws IllegalArgumentException if {@code pulses} is below 1, or leaves more than 2³¹ − 1
   *     sifted bits
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public SessionResult run(long pulses, RandomGenerator rng) {
    var setup = protocol.setup(link);
    var run = SiftedRun.of(setup, link, eve, pulses, rng);
    Bits sampled = sample(run.alice().length(), rng);
    long compared = sampled.ones();
    long errors = run.alice().xor(run.bob()).select(sampled).ones();
    var decision = Decision.of(this, setup, run.counts(), compared, errors);
    boolean accepted = decision.accepted();
    Bits left = sampled.xor(SiftedKeys.ones(sampled.length()));
    Bits none = Bits.of(new long[0], 0);
    return new SessionResult(
        accepted,
        decision.reason(),
        run.counts(),
        compared,
        errors,
        accepted ? run.alice().select(left) : none,
        accepted ? run.bob().select(left) : none,
        new EveReport(run.eve().effect(run.counts().qber()), expected(), decision.alarming()));
  }

  /**
   * The formula for what a run measures: the effect of the attack, with the errors that the devices
   * add.
   *
   * <p>E = e + Q − 2eQ, for an error rate e without Eve and Q of her attack on perfect devices
   *
   * @return error rate of the sifted key, and how much Eve knows of it; NaN where the attack has no
   *     formula
   */
  public EveEffect expected() {
    double honest = honestQber();
    double caused = eve.effect().qber();
    return new EveEffect(
        honest + caused - 2 * honest * caused,
        eve.effect().guessProbability(),
        eve.effect().informationBits());
  }

  /** The error rate that the devices cause. */
  private double honestQber() {
    var setup = protocol.setup(link);
    double errors = 0;
    for (Intensity intensity : setup.intensities()) {
      errors += intensity.probability() * setup.errorGain(link, intensity.meanPhotonNumber());
    }
    return errors / gain(setup);
  }

  private double gain(PulseSetup setup) {
    double clicks = 0;
    for (Intensity intensity : setup.intensities()) {
      clicks += intensity.probability() * setup.gain(link, intensity.meanPhotonNumber());
    }
    return clicks;
  }

  /**
   * How often the sample ends the session, by the binomial distribution of its errors, averaged
   * over the number of bits that arrive.
   *
   * @param pulses pulses sent, at least 1; a few hundred or more, so that the number that arrives
   *     is normally distributed
   * @return a probability; NaN if the attack has no formula
   * @throws IllegalArgumentException if {@code pulses} is below 1
   */
  public double abortProbability(long pulses) {
    QkdChecks.pulses(pulses);
    double qber = expected().qber();
    if (Double.isNaN(qber)) {
      return Double.NaN;
    }
    var setup = protocol.setup(link);
    double perPulse = setup.siftingFactor() * gain(setup);
    double mean = pulses * perPulse;
    double deviation = Math.sqrt(mean * (1 - perPulse));
    double sum = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double quantile = STANDARD_NORMAL.inverseCumulativeProbability((i + 0.5) / QUANTILES);
      long sifted = Math.max(0, Math.round(mean + deviation * quantile));
      int sample = Math.toIntExact(Math.round(sampleFraction * sifted));
      sum += sample == 0 ? 1 : new SampleTest(sample, abortQber).abortProbability(qber);
    }
    return sum / QUANTILES;
  }

  /**
   * The sifted bits that the link delivers, dead time included.
   *
   * @return bits per second
   */
  public double siftedBitsPerSecond() {
    var setup = protocol.setup(link);
    double gain = gain(setup);
    double clockHz = setup.source().repetitionRateHz();
    return clockHz * setup.detector().liveFraction(gain * clockHz) * gain * setup.siftingFactor();
  }

  /**
   * How long Eve goes unnoticed: the time in which the smallest sample fills that tells her from
   * the noise of the devices ({@link SampleTest#telling}).
   *
   * @param falseAlarm how often the test may abort without her, above 0 and below 1
   * @param missProbability how often it may accept with her, above 0 and below 1
   * @return a time in seconds; +∞ if she causes no errors, NaN if her attack has no formula
   * @throws IllegalArgumentException if a parameter is out of range, or nothing is compared
   */
  public double detectionTimeS(double falseAlarm, double missProbability) {
    double honest = honestQber();
    double attacked = expected().qber();
    if (attacked <= honest || Double.isNaN(attacked)) {
      return attacked <= honest ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return SampleTest.telling(honest, attacked, falseAlarm, missProbability)
        .collectionTimeS(siftedBitsPerSecond(), sampleFraction);
  }
}
