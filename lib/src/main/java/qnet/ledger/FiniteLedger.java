package qnet.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.qkd.Basis;
import qnet.qkd.Block;
import qnet.qkd.Counts;
import qnet.qkd.DecoySettings;
import qnet.qkd.FiniteKey;
import qnet.qkd.Intensity;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.Security;
import qnet.qkd.Tally;
import qnet.state.Entropy;

/** The rows of finite keys. */
final class FiniteLedger {
  private static final Fiber FIBER = Fiber.standard();
  private static final Link HUNDRED_KM = FIBER.withLengthKm(100);
  private static final Security SECURITY = Security.standard();
  private static final PracticalDecoyBb84 LIM = PracticalDecoyBb84.lim2014();

  static final Map<String, DoubleSupplier> ROWS =
      Map.of(
          "finite-lim-0-km",
          () -> keyOfLim(0, 1_000_000),
          "finite-lim-50-km",
          () -> keyOfLim(50, 10_000_000),
          "finite-lim-100-km",
          () -> keyOfLim(100, 100_000_000),
          "finite-lim-ratio",
          () -> rateOfLim(1_000_000_000) / rateOfLim(10_000_000),
          "finite-lim-reach-1e9",
          () -> optimumOfLim(1_000_000_000).maxReachKm(FIBER),
          "finite-lim-reach-1e7",
          () -> optimumOfLim(10_000_000).maxReachKm(FIBER),
          "finite-fixed-cost",
          () -> FiniteKey.twoDecoys().length(LIM.expect(FIBER, 1), SECURITY, 0).fixedCostBits(),
          "finite-one-decoy",
          FiniteLedger::keyOfRusca,
          "finite-single-photons",
          FiniteLedger::keyOfTomamichel,
          "finite-pairs",
          FiniteLedger::keyOfTomamichelLeverrier);

  private FiniteLedger() {}

  private static double keyOfLim(double lengthKm, long siftedBits) {
    var settings =
        new DecoySettings(
            0.85,
            List.of(
                new Intensity(0.41, 0.38), new Intensity(0.22, 0.44), new Intensity(2e-4, 0.18)));
    var lim = LIM.withSettings(settings);
    var link = FIBER.withLengthKm(lengthKm);
    double pulses = Block.ofSiftedBits(siftedBits).pulses(lim.siftedBitsPerPulse(link));
    var counts = lim.expect(link, Math.round(pulses));
    return lim.finiteKey().length(counts, SECURITY, lim.leakBits(counts)).bits();
  }

  /** The secrecy is 1e-15 per key bit, so that length and security have to be found together. */
  private static double rateOfLim(long siftedBits) {
    var finite = LIM.finite(Block.ofSiftedBits(siftedBits), SECURITY);
    for (int i = 0; i < 3; i++) {
      double perBit = 1e-15 * finite.keyLength(HUNDRED_KM).bits();
      finite = finite.withSecurity(SECURITY.withEpsSecrecy(perBit));
    }
    return finite.over(HUNDRED_KM).bitsPerUse();
  }

  private static PracticalDecoyBb84 optimumOfLim(long siftedBits) {
    return LIM.optimisedFor(HUNDRED_KM, Block.ofSiftedBits(siftedBits), SECURITY);
  }

  private static double keyOfRusca() {
    var counts =
        new Counts(
            8_260_000_000L,
            List.of(
                new Tally(Basis.Z, 0.6, 5_000_000_000L, 6_000_000, 395_000),
                new Tally(Basis.Z, 0.1, 2_000_000_000, 900_000, 160_000),
                new Tally(Basis.X, 0.6, 900_000_000, 1_080_000, 71_000),
                new Tally(Basis.X, 0.1, 360_000_000, 162_000, 28_800)));
    return FiniteKey.oneDecoy().length(counts, new Security(1e-10, 1e-12), 1.8e6).bits();
  }

  private static double keyOfTomamichel() {
    double leakBits = 1.1 * 1e6 * Entropy.binary(0.02);
    var counts = withoutDecoys(1_000_000, 100_000, 2_000);
    return FiniteKey.singlePhotons().length(counts, new Security(1e-10, 1e-10), leakBits).bits();
  }

  /** The published program splits ε of 1e-10 between the parts of the proof by the block. */
  private static double keyOfTomamichelLeverrier() {
    long block = 128_989;
    long test = 20_941;
    double shareOfHash = 1 / Math.sqrt(block);
    double hashBits = Math.ceil(-Math.log(shareOfHash * 1e-10) / Math.log(2));
    var security = new Security((1 - shareOfHash) * 1e-10, Math.pow(2, -hashBits));
    double leakBits = Math.ceil(1.1 * Entropy.binary(0.05) * (block - test));
    var counts = withoutDecoys(block - test, test, Math.round(0.05 * test));
    return FiniteKey.entangledPairs().length(counts, security, leakBits).bits();
  }

  private static Counts withoutDecoys(long key, long test, long wrong) {
    return new Counts(
        key + test,
        List.of(new Tally(Basis.Z, 1, key, key, 0), new Tally(Basis.X, 1, test, test, wrong)));
  }
}
