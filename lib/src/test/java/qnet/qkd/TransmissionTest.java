package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Xoshiro256;

class TransmissionTest {
  private static final Detector NOISY = new Detector(0.6, 0, 1, 0).withDarkCountProbability(0.02);

  @AfterEach
  void reset() {
    System.clearProperty("qnet.threads");
  }

  private record DaylightLink(double transmittance, double backgroundRateHz) implements Link {}

  private static PulseMix mix(String source, double mu) {
    return source.equals("decoys") ? DecoySettings.twoDecoys().pulses() : PulseMix.of(mu);
  }

  /** A receiver that only the closed form knows: gains and error gains, after-pulses included. */
  private static Receiver receiver(
      String source, Link link, Detector detector, double misalignment, double mu) {
    var ready = Receiver.behind(link, detector, misalignment, Analysis.THRESHOLD);
    return source.equals("emitter")
        ? ready.withAfterpulsesOf(mu * ready.eta() / 2)
        : ready.withAfterpulsesOfLaser(mu);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/settings/bb84.csv", numLinesToSkip = 1)
  void agreesWithPulseByPulseAndWithTheClosedForm(
      String setting,
      String source,
      double mu,
      double transmittance,
      double backgroundRateHz,
      double darkCountProbability,
      double afterpulseProbability,
      double misalignment,
      double z,
      long pulses,
      long seed) {
    var link = new DaylightLink(transmittance, backgroundRateHz);
    var detector =
        Detector.ideal()
            .withDarkCountProbability(darkCountProbability)
            .withAfterpulseProbability(afterpulseProbability);
    var light = source.equals("emitter") ? Source.singlePhoton() : Source.laser();
    var mix = mix(source, mu);
    var cases = new PulseCases(light, mix, detector, misalignment, z, link);
    var rng = new SplittableRandom(seed);
    var keys = new Transmission(cases).keys(pulses, rng);
    var counts = keys.counts();

    int k = mix.size();
    var slow =
        new PulseTrials(
                light,
                IntStream.range(0, k).mapToDouble(mix::meanPhotonNumber).toArray(),
                IntStream.range(0, k).mapToDouble(mix::probability).toArray(),
                detector,
                misalignment,
                new BasisChoice(List.of(Basis.Z, Basis.X), z),
                0.5,
                link)
            .counts(pulses, rng);
    if (afterpulseProbability == 0) {
      assertTrue(chiSquarePValue(counts, slow) > 1e-3, counts + " against " + slow);
    }

    assertEquals(pulses, counts.pulses());
    for (Tally tally : counts.tallies()) {
      double choice = tally.basis() == Basis.Z ? z : 1 - z;
      double photons = tally.meanPhotonNumber();
      int which =
          IntStream.range(0, k)
              .filter(i -> mix.meanPhotonNumber(i) == photons)
              .findFirst()
              .orElse(0);
      var receiver = receiver(source, link, detector, misalignment, mu);
      double gain =
          source.equals("emitter")
              ? mu * receiver.singlePhotonYield() + (1 - mu) * receiver.emptyYield()
              : receiver.gain(photons);
      double errorGain =
          source.equals("emitter")
              ? mu * receiver.singlePhotonErrorYield() + (1 - mu) * receiver.emptyYield() / 2
              : receiver.errorGain(photons);
      assertWithin4("sent", tally.sent(), pulses, choice * choice * mix.probability(which));
      assertWithin4("gain", tally.detected(), tally.sent(), gain);
      assertWithin4("qber", tally.errors(), tally.detected(), errorGain / gain);
    }
    assertEquals(counts, new Transmission(cases).counts(pulses, new SplittableRandom(seed)));
    assertConsistent(keys);
  }

  /** The two-sample χ² test of all numbers that two runs have counted. */
  private static double chiSquarePValue(Counts a, Counts b) {
    double chiSquare = 0;
    int cells = 0;
    long[] x = cells(a);
    long[] y = cells(b);
    for (int i = 0; i < x.length; i++) {
      if (x[i] + y[i] >= 10) {
        chiSquare += Math.pow(x[i] - y[i], 2) / (x[i] + y[i]);
        cells++;
      }
    }
    return ChiSquaredDistribution.of(cells - 1).survivalProbability(chiSquare);
  }

  private static long[] cells(Counts counts) {
    return IntStream.concat(IntStream.of(-1), IntStream.range(0, 3 * counts.tallies().size()))
        .mapToLong(
            i -> {
              if (i < 0) {
                return counts.pulses() - counts.sent();
              }
              var tally = counts.tallies().get(i / 3);
              return i % 3 == 0
                  ? tally.sent() - tally.detected()
                  : i % 3 == 1 ? tally.detected() - tally.errors() : tally.errors();
            })
        .toArray();
  }

  private static void assertWithin4(String what, long successes, long trials, double expected) {
    if (trials > 0) {
      var estimate = Estimate.ofCount(successes, trials);
      assertTrue(
          estimate.sigmasFrom(expected) < 4, () -> what + ": " + estimate + " against " + expected);
    }
  }

  /** The bits say what the counts say. */
  private static void assertConsistent(SiftedKeys keys) {
    var counts = keys.counts();
    var errors = keys.alice().xor(keys.bob());
    assertEquals(counts.errors(), errors.ones());
    for (Basis basis : List.of(Basis.Z, Basis.X)) {
      var ofBasis = counts.tallies().stream().filter(tally -> tally.basis() == basis).toList();
      assertEquals(ofBasis.stream().mapToLong(Tally::detected).sum(), keys.alice(basis).length());
      assertEquals(
          ofBasis.stream().mapToLong(Tally::errors).sum(),
          keys.alice(basis).xor(keys.bob(basis)).ones());
    }
    for (int k = 0; k < keys.intensities().size(); k++) {
      var mask = keys.intensities().get(k);
      assertEquals(
          counts.tallies().get(2 * k).errors() + counts.tallies().get(2 * k + 1).errors(),
          errors.select(mask).ones());
      assertEquals(counts.tallies().get(2 * k + 1).detected(), keys.diagonal().select(mask).ones());
    }
    assertWithin4("Alice's bits are fair", keys.alice().ones(), keys.alice().length(), 0.5);
    assertWithin4("Bob's bits are fair", keys.bob().ones(), keys.bob().length(), 0.5);
    assertFalse(keys.toString().contains("words"), keys.toString());
  }

  @Test
  void deadTimeLosesTheShareOfTheClosedForm() {
    for (double ns : new double[] {3, 40, 5_000}) {
      var bb84 = Bb84.standard().withDetector(NOISY.withDeadTimeNs(ns)).withMisalignment(0.05);
      var rate = bb84.over(() -> 0.3);
      long pulses = 4_000_000;
      var keys = bb84.transmit(() -> 0.3, pulses, new SplittableRandom(5));
      double clicks = pulses * rate.gain() * rate.usesPerSecond() / 1e9;
      assertEquals(clicks, keys.clicks(), 4 * Math.sqrt(clicks), ns + " ns");
      assertWithin4("qber", keys.counts().errors(), keys.counts().detected(), rate.qber());
      assertWithin4("sifting", keys.counts().sent(), pulses, 0.5);
      assertWithin4("sifted", keys.alice().length(), keys.clicks(), 0.5);
      assertTrue(bb84.simulate(() -> 0.3, pulses, new SplittableRandom(5)).detected() > 400_000);
      assertConsistent(keys);
    }
  }

  @Test
  void afterpulsesComeInTheFirstPulseAfterTheDeadTime() {
    var detector = Detector.ideal().withDeadTimeNs(9).withAfterpulseProbability(0.5);
    var bb84 = Bb84.ideal().withDetector(detector).withSiftingFactor(1);
    // every pulse clicks, so after every click nine are lost and the tenth clicks again; the
    // after-pulse is in the wrong detector for half of Alice's bits: a double click half the time
    var keys = bb84.transmit(() -> 1, 1_000_000, new SplittableRandom(1));
    assertEquals(100_000, keys.clicks());
    // stationary share d of double clicks: d = ¼(1 − d) + ½·d
    assertWithin4("double clicks", keys.doubleClicks(), keys.clicks(), 1.0 / 3);
    assertWithin4("qber", keys.counts().errors(), keys.clicks(), 1.0 / 6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.6})
  void doubleClicksAreThoseOfTwoIndependentDetectors(double transmittance) {
    var laser =
        DecoyBb84.standard()
            .withDetector(Detector.ideal().withDarkCountProbability(0.01))
            .withMisalignment(0.2)
            .withMeanPhotonNumber(2);
    long pulses = 2_000_000;
    var keys = laser.transmit(() -> transmittance, pulses, new SplittableRandom(3));
    double mu = 2 * transmittance;
    double equal = click(0.8 * mu) * click(0.2 * mu);
    double unequal = click(0.5 * mu) * click(0.5 * mu);
    assertWithin4("double clicks", keys.doubleClicks(), pulses, (equal + unequal) / 2);
    assertWithin4("clicks", keys.clicks(), pulses, 1 - Math.exp(-mu) * 0.99 * 0.99);
  }

  private static double click(double photons) {
    return 1 - Math.exp(-photons) * 0.99;
  }

  @Test
  void rawKeysTellTheSameStory() {
    var bb84 = Bb84.standard().withDetector(NOISY).withMisalignment(0.1).withSiftingFactor(0.6);
    var raw = bb84.rawKeys(() -> 0.5, 1_000_003, new SplittableRandom(9));
    var unequal = raw.aliceDiagonal().xor(raw.bobDiagonal());
    var equal = unequal.xor(SiftedKeys.ones(1_000_003));
    var kept = raw.clicks().select(equal);
    assertEquals(raw.sifted().alice(), raw.aliceBits().select(equal).select(kept));
    assertEquals(raw.sifted().bob(), raw.bobBits().select(equal).select(kept));
    assertEquals(raw.sifted().diagonal(), raw.bobDiagonal().select(equal).select(kept));
    assertEquals(raw.clicks().ones(), raw.sifted().clicks());
    var noClick = raw.clicks().xor(SiftedKeys.ones(1_000_003));
    assertEquals(0, raw.bobBits().select(noClick).ones());
    // in unequal bases Bob's bit says nothing
    var clicksThere = raw.clicks().select(unequal);
    var differ = raw.aliceBits().xor(raw.bobBits()).select(unequal).select(clicksThere);
    assertWithin4("unequal bases", differ.ones(), differ.length(), 0.5);
    double choiceOfX = (1 - Math.sqrt(0.2)) / 2;
    assertWithin4("Alice in X", raw.aliceDiagonal().ones(), 1_000_003, choiceOfX);
    assertWithin4("Bob in X", raw.bobDiagonal().ones(), 1_000_003, choiceOfX);
    assertWithin4(
        "both in X",
        raw.aliceDiagonal().select(raw.bobDiagonal()).ones(),
        raw.bobDiagonal().ones(),
        choiceOfX);
    assertWithin4("Alice's bits", raw.aliceBits().ones(), 1_000_003, 0.5);
    assertConsistent(raw.sifted());
    assertEquals(
        "each string must have 1000003 bits (pulses), had 3",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new RawKeys(
                        raw.aliceBits(),
                        raw.aliceDiagonal(),
                        raw.bobDiagonal(),
                        raw.clicks().slice(0, 3),
                        raw.bobBits(),
                        raw.sifted()))
            .getMessage());
    assertEquals(raw.sifted(), bb84.transmit(() -> 0.5, 1_000_003, new SplittableRandom(9)));
  }

  @Test
  void walksErrHalfTheTimeInUnequalBases() {
    // seen from the clicks: the sifted keys alone cannot tell
    var cases =
        new PulseCases(
            Source.singlePhoton(), PulseMix.of(1), Detector.ideal(), 0.01, 0.5, () -> 0.02);
    var random = Xoshiro256.stream(1, 1);
    var chunk = new SiftedChunk(cases, true, 5_000_000);
    new ClickWalk(cases, random).walk(5_000_000, chunk, random);
    for (int c : new int[] {1, 2}) {
      assertWithin4("case " + c, chunk.errors(c), chunk.clicks(c), 0.5);
      assertWithin4("share of " + c, chunk.clicks(c), 5_000_000, 0.02 / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "8"})
  void sameSeedSameBits(String threads) throws NoSuchAlgorithmException {
    System.setProperty("qnet.threads", threads);
    var digest = MessageDigest.getInstance("SHA-256");
    var rng = new SplittableRandom(42);
    var blocks = Bb84.standard().withDetector(NOISY);
    add(digest, blocks.transmit(() -> 0.4, 3_000_001, rng));
    add(digest, blocks.withSiftingFactor(0.7).rawKeys(() -> 0.4, 2_000_001, rng).sifted());
    var walks = PracticalDecoyBb84.standard();
    add(digest, walks.transmit(Fiber.standard().withLengthKm(20), 50_000_000, rng));
    add(digest, walks.withDetector(Detector.ingaasCooled()).transmit(() -> 0.1, 9_999_999, rng));
    assertEquals(
        "186e2969c772a8a1ff06522ddee7611d90e9e3e81de516b0808b4614410c076c",
        HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(MessageDigest digest, SiftedKeys keys) {
    for (Bits bits : List.of(keys.alice(), keys.bob(), keys.diagonal())) {
      digest.update(bits.toByteArray());
    }
    keys.intensities().forEach(mask -> digest.update(mask.toByteArray()));
    digest.update((keys.counts() + " " + keys.clicks() + " " + keys.doubleClicks()).getBytes());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.5})
  void canBeInterruptedAtOnce(double transmittance) throws InterruptedException {
    for (var detector : List.of(NOISY.withDarkCountRateHz(0), Detector.ingaasCooled())) {
      var bb84 = Bb84.standard().withDetector(detector);
      var ended = new AtomicReference<Throwable>();
      var cell =
          new Thread(
              () -> {
                try {
                  bb84.simulate(() -> transmittance, 1L << 50, new SplittableRandom(1));
                } catch (CancellationException | IllegalArgumentException e) {
                  ended.set(e);
                }
              });
      cell.start();
      Thread.sleep(30);
      cell.interrupt();
      cell.join(5_000);
      assertTrue(ended.get() instanceof CancellationException, "" + ended.get());
    }
  }

  @Test
  void nothingArrivesNothingIsKept() {
    var bb84 = Bb84.ideal();
    var keys = bb84.transmit(() -> 0, 1_000_000_000_000L, new SplittableRandom(1));
    assertEquals(0, keys.clicks());
    assertEquals(0, keys.alice().length());
    assertEquals(1_000_000_000_000L, keys.counts().pulses());
    assertWithin4("sent", keys.counts().sent(), 1_000_000_000_000L, 0.5);
    assertEquals(0, bb84.rawKeys(() -> 0, 100, new SplittableRandom(1)).clicks().ones());
  }

  @Test
  void darkClicksErrHalfTheTime() {
    var dark = Bb84.ideal().withDetector(Detector.ideal().withDarkCountProbability(1e-3));
    var counts = dark.simulate(() -> 0, 100_000_000, new SplittableRandom(1));
    assertWithin4("gain", counts.detected(), counts.sent(), 1 - 0.999 * 0.999);
    assertWithin4("qber", counts.errors(), counts.detected(), 0.5);
  }

  @Test
  void bothDetectorsClickInTheDarkByThemselves() {
    var dark = Bb84.ideal().withDetector(Detector.ideal().withDarkCountProbability(0.01));
    var keys = dark.transmit(() -> 0, 20_000_000, new SplittableRandom(8));
    assertWithin4("double clicks", keys.doubleClicks(), 20_000_000, 1e-4);
    assertWithin4("Bob's bits", keys.bob().ones(), keys.bob().length(), 0.5);
  }

  @Test
  void doubleClicksOfRareLightErrHalfTheTime() {
    var coin = DecoyBb84.standard().withDetector(Detector.ideal()).withMisalignment(0.5);
    long pulses = 30_000_000;
    var keys =
        coin.withMeanPhotonNumber(0.5).transmit(() -> 0.06, pulses, new SplittableRandom(11));
    double one = -Math.expm1(-0.015);
    assertWithin4("double clicks", keys.doubleClicks(), pulses, one * one);
    assertWithin4("qber", keys.counts().errors(), keys.counts().detected(), 0.5);
  }

  @Test
  void oneBasisKeepsEveryClick() {
    for (double transmittance : new double[] {0.01, 0.8}) {
      var keys =
          Bb84.ideal()
              .withSiftingFactor(1)
              .transmit(() -> transmittance, 1_000_000, new SplittableRandom(2));
      assertEquals(keys.clicks(), keys.alice().length());
      assertEquals(keys.alice(), keys.bob());
      assertEquals(0, keys.diagonal().ones());
      assertEquals(1_000_000, keys.counts().sent());
    }
  }

  @Test
  void aThousandMillionPulsesLeaveLittleMemory() {
    var keys = Bb84.standard().transmit(() -> 0.01, 1_000_000_000, new SplittableRandom(4));
    assertEquals(keys.counts().detected(), keys.bob().length());
    assertWithin4("clicks", keys.clicks(), 1_000_000_000, 1 - (1 - 8.5e-4) * Math.exp(-2 * 9.2e-6));
  }

  @Test
  void workStartedFromAWorkerIsTheSame() {
    var bb84 = Bb84.standard().withDetector(NOISY);
    var outside = bb84.transmit(() -> 0.2, 3_000_000, new SplittableRandom(6));
    var inside =
        Parallel.map(2, i -> bb84.transmit(() -> 0.2, 3_000_000, new SplittableRandom(6))).get(1);
    assertEquals(outside, inside);
  }

  @Test
  void refusesWhatCannotBeSent() {
    var bb84 = Bb84.standard();
    var rng = new SplittableRandom(1);
    for (Executable call :
        List.<Executable>of(
            () -> bb84.transmit(() -> 1, 0, rng),
            () -> bb84.rawKeys(() -> 1, 0, rng),
            () -> DecoyBb84.standard().transmit(() -> 1, 0, rng),
            () -> PracticalDecoyBb84.standard().transmit(() -> 1, -1, rng))) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, call)
              .getMessage()
              .startsWith("pulses must be ≥ 1, was "));
    }
    var dead = bb84.withDetector(Detector.ingaasCooled());
    assertEquals(
        "raw keys need detectors without dead time and after-pulses",
        assertThrows(IllegalArgumentException.class, () -> dead.rawKeys(() -> 1, 10, rng))
            .getMessage());
  }
}
