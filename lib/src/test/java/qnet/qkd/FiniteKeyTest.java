package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import qnet.Reference;
import qnet.channel.Fiber;
import qnet.state.Entropy;

class FiniteKeyTest {
  private static final Security SECURITY = Security.standard();

  private static Counts single(long key, long test, long wrong) {
    return new Counts(
        key + test,
        List.of(new Tally(Basis.Z, 1, key, key, 0), new Tally(Basis.X, 1, test, test, wrong)));
  }

  private static Counts oneDecoy(ArgumentsAccessor row) {
    var tallies =
        List.of(
            tally(row, Basis.Z, 1, 3),
            tally(row, Basis.Z, 2, 4),
            tally(row, Basis.X, 1, 9),
            tally(row, Basis.X, 2, 10));
    long sent = tallies.stream().mapToLong(Tally::sent).sum();
    return new Counts(sent, tallies);
  }

  private static Tally tally(ArgumentsAccessor row, Basis basis, int mu, int column) {
    return new Tally(
        basis,
        row.getDouble(mu),
        row.getLong(column),
        row.getLong(column + 2),
        row.getLong(column + 4));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/reference/finite-one-decoy.csv", numLinesToSkip = 1)
  void oneDecoyRows(ArgumentsAccessor row) {
    var security = new Security(row.getDouble(15), row.getDouble(16));
    var key = FiniteKey.oneDecoy().length(oneDecoy(row), security, row.getDouble(17));
    assertEquals(row.getDouble(18), key.emptyDetections(), 1e-9 * row.getDouble(18));
    assertEquals(row.getDouble(19), key.singlePhotonDetections(), 1e-9 * row.getDouble(19));
    assertEquals(row.getDouble(20), key.phaseErrorRate(), 1e-9);
    assertEquals(row.getLong(21), key.bits());
  }

  // row F7: 6·log₂(21/ε_sec) + log₂(2/ε_cor), and with 19 for one decoy
  @Test
  void fixedCosts() {
    assertEquals(256.5669430839, TwoDecoyKey.PROOF.fixedCostBits(SECURITY), 1e-9);
    assertEquals(
        6 * Math.log(21.0 / 19) / Math.log(2),
        TwoDecoyKey.PROOF.fixedCostBits(SECURITY) - OneDecoyKey.PROOF.fixedCostBits(SECURITY),
        1e-9);
  }

  // row F9: Tomamichel et al. 2012, Eq. (2), at n = 10⁶, k = 10⁵, Q = 2 %, leak 1.1·n·h(Q)
  @Test
  void singlePhotonRow() {
    double leak = 1.1e6 * Entropy.binary(0.02);
    var key =
        FiniteKey.singlePhotons()
            .length(single(1_000_000, 100_000, 2_000), new Security(1e-10, 1e-10), leak);
    assertEquals(618_840, key.bits());
    assertEquals(0.02 + 0.016387076723370947, key.phaseErrorRate(), 1e-15);
    assertEquals(
        618_840.29,
        1e6 * (1 - Entropy.binary(key.phaseErrorRate())) - leak - key.fixedCostBits(),
        0.005);
  }

  // the secrecy of the published points is split nine to one, after a share m^(−½) is taken off
  // for correctness
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/finite-pairs.csv", numLinesToSkip = 1)
  void entangledPairRows(
      String id, double qber, double block, double test, long bits, double nu, String source) {
    double shareOfHash = 1 / Math.sqrt(block);
    double hashBits = Math.ceil(-Math.log(shareOfHash * 1e-10) / Math.log(2));
    double leak = Math.ceil(1.1 * Entropy.binary(qber) * (block - test));
    var security = new Security((1 - shareOfHash) * 1e-10, Math.pow(2, -hashBits));
    var key = EntangledPairKey.length(block - test, test, qber, security, leak);
    assertEquals(bits, key.bits());
    Reference.assertRow(id, "nu", nu, 1e-12, key.phaseErrorRate() - qber);
  }

  @Test
  void entangledPairsFromCounts() {
    var counts = single(1_000_000, 100_000, 2_000);
    assertEquals(
        EntangledPairKey.length(1e6, 1e5, 0.02, SECURITY, 150_000),
        FiniteKey.entangledPairs().length(counts, SECURITY, 150_000));
  }

  @ParameterizedTest
  @CsvSource({"1000000000000000, 1e-5", "100000000000, 1e-3"})
  void aLongBlockKnowsTheErrorRate(long block, double tolerance) {
    for (var proof : List.of(FiniteKey.singlePhotons(), FiniteKey.entangledPairs())) {
      var key = proof.length(single(block, block, block / 50), SECURITY, 0);
      assertEquals(1 - Entropy.binary(0.02), (double) key.bits() / block, tolerance);
    }
  }

  @Test
  void oneBlockIsWorthMoreThanItsParts() {
    var lim = PracticalDecoyBb84.lim2014();
    var link = Fiber.standard().withLengthKm(50);
    var half = lim.expect(link, 20_000_000_000L);
    var whole = half.plus(half);
    long parts = 2 * lim.finiteKey().length(half, SECURITY, lim.leakBits(half)).bits();
    long together = lim.finiteKey().length(whole, SECURITY, lim.leakBits(whole)).bits();
    assertTrue(parts > 0 && together > parts, parts + " in parts, " + together + " together");
  }

  @Test
  void everyBitLeakedIsABitLess() {
    var lim = PracticalDecoyBb84.lim2014();
    var counts = lim.expect(Fiber.standard().withLengthKm(50), 20_000_000_000L);
    long bits = lim.finiteKey().length(counts, SECURITY, 100_000).bits();
    assertEquals(bits - 1000, lim.finiteKey().length(counts, SECURITY, 101_000).bits());
  }

  @Test
  void aSmallTestWithoutErrorsIsNotTrusted() {
    // 21 tested detections, none wrong: the published formula would give φ = 0
    var tallies =
        List.of(
            new Tally(Basis.Z, 0.5, 700_000_000, 3_400_000, 0),
            new Tally(Basis.Z, 0.15, 300_000_000, 440_000, 0),
            new Tally(Basis.X, 0.5, 1_400_000, 6_800, 0),
            new Tally(Basis.X, 0.15, 600_000, 880, 0));
    var counts = new Counts(1_002_000_000, tallies);
    var key = FiniteKey.oneDecoy().length(counts, new Security(0.5, 0.5), 0);
    assertTrue(key.phaseErrorRate() > 1e-3, () -> "" + key);
  }

  @Test
  void saysWhyThereIsNoKey() {
    var proof = FiniteKey.singlePhotons();
    assertEquals("loss", proof.length(single(1_000_000, 100_000, 1_000), SECURITY, 0).limit());
    assertEquals("too little tested", proof.length(single(1_000, 10, 0), SECURITY, 0).limit());
    assertEquals("too little tested", proof.length(single(1_000, 0, 0), SECURITY, 0).limit());
    assertEquals("too few single photons", proof.length(single(0, 100, 0), SECURITY, 0).limit());
    assertEquals("errors", proof.length(single(100_000, 100_000, 9_000), SECURITY, 6e4).limit());
    var shortBlock = proof.length(single(300, 100_000, 100), new Security(1e-20, 1e-20), 0);
    assertEquals("block too short", shortBlock.limit());
    assertEquals(0, shortBlock.bits());
  }

  @Test
  void nothingDetectedIsNoKey() {
    var silent = PracticalDecoyBb84.lim2014().expect(() -> 0, 1000);
    for (var proof : List.of(FiniteKey.twoDecoys())) {
      var key = proof.length(silent, SECURITY, 0);
      assertEquals(0, key.bits());
      assertEquals("too few single photons", key.limit());
    }
  }

  @Test
  void refusesCountsOfAnotherProtocol() {
    var lim = PracticalDecoyBb84.lim2014();
    var three = lim.expect(Fiber.standard(), 1_000_000);
    assertEquals(
        "counts must have 2 intensities in basis Z, had 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> FiniteKey.oneDecoy().length(three, SECURITY, 0))
            .getMessage());
    assertEquals(
        "counts must have 1 intensity in basis Z, had 3",
        assertThrows(
                IllegalArgumentException.class,
                () -> FiniteKey.singlePhotons().length(three, SECURITY, 0))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesImpossibleLeaks(double leakBits) {
    var counts = single(1_000, 1_000, 1);
    assertEquals(
        "leakBits must be ≥ 0 and finite, was " + leakBits,
        assertThrows(
                IllegalArgumentException.class,
                () -> FiniteKey.singlePhotons().length(counts, SECURITY, leakBits))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1e-9, Double.NaN})
  void refusesImpossibleSecurity(double eps) {
    assertEquals(
        "epsSecrecy must be > 0 and < 1, was " + eps,
        assertThrows(IllegalArgumentException.class, () -> SECURITY.withEpsSecrecy(eps))
            .getMessage());
    assertEquals(
        "epsCorrectness must be > 0 and < 1, was " + eps,
        assertThrows(IllegalArgumentException.class, () -> SECURITY.withEpsCorrectness(eps))
            .getMessage());
  }

  @Test
  void refusesEmptyBlocks() {
    assertEquals(
        "size must be ≥ 1, was 0",
        assertThrows(IllegalArgumentException.class, () -> Block.ofPulses(0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Block.ofSiftedBits(-1));
    assertEquals(1000, Block.ofPulses(1000).pulses(0.1));
    assertEquals(10_000, Block.ofSiftedBits(1000).pulses(0.1), 1e-9);
  }
}
