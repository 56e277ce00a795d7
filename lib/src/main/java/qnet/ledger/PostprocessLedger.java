package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.postprocess.Authentication;
import qnet.postprocess.Cascade;
import qnet.postprocess.LeftoverHash;
import qnet.postprocess.RandomnessTests;
import qnet.postprocess.Toeplitz;
import qnet.postprocess.Winnow;
import qnet.postprocess.WinnowPass;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;
import qnet.state.Entropy;

/** The rows of {@code qnet.postprocess}. */
final class PostprocessLedger {
  private static final int KEY_BITS = 1_000_000;

  /** The string of SP 800-22, Sec. 2.4.8. */
  private static final Bits LONGEST_RUN =
      Bits.parse(
          "1100110000010101011011000100110011100000000000100100110101010001"
              + "0001001111010110100000001101011111001100111001101101100010110010");

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry(
              "leftover-hash",
              () -> LeftoverHash.keyBits(KEY_BITS * (1 - 2.16 * Entropy.binary(0.03)), 1e-10)),
          Map.entry("toeplitz-example", PostprocessLedger::toeplitzExample),
          Map.entry(
              "toeplitz-seed", () -> Toeplitz.seedBits(KEY_BITS, 580_049, Toeplitz.Form.FULL)),
          Map.entry("cascade-shannon", () -> Cascade.shannonBits(10_000, 0.05)),
          Map.entry(
              "cascade-first-block",
              () -> Cascade.original().blockSizes().blockBits(1, 0.05, 10_000)),
          Map.entry(
              "cascade-efficiency",
              () ->
                  Cascade.original().trial(KEY_BITS, 0.055, Xoshiro256.stream(1, 0)).efficiency()),
          Map.entry("winnow-schedule", PostprocessLedger::winnowSchedule),
          Map.entry("winnow-odd-blocks", () -> new WinnowPass(8, 0.05).oddProbability()),
          Map.entry("tag-forgery", () -> Authentication.forgeryProbability(KEY_BITS)),
          Map.entry(
              "nist-frequency", () -> RandomnessTests.frequency(Bits.parse("1011010101")).pValue()),
          Map.entry(
              "nist-block-frequency",
              () -> RandomnessTests.blockFrequency(Bits.parse("0110011010"), 3).pValue()),
          Map.entry("nist-runs", () -> RandomnessTests.runs(Bits.parse("1001101011")).pValue()),
          Map.entry("nist-longest-run", () -> RandomnessTests.longestRun(LONGEST_RUN).pValue()),
          Map.entry(
              "nist-cumulative-sums",
              () -> RandomnessTests.cumulativeSums(Bits.parse("1011010111")).pValue()));

  private PostprocessLedger() {}

  /** Passes with each length of blocks, one decimal digit for each. */
  private static double winnowSchedule() {
    return Winnow.tabulated().schedule().blockBits(0.049, KEY_BITS).stream()
        .mapToDouble(block -> Math.pow(10, 10 - Integer.numberOfTrailingZeros(block)))
        .sum();
  }

  /** The bits of the product as a number, the first bit being worth 1. */
  private static double toeplitzExample() {
    var hash = new Toeplitz(Bits.parse("101100"), 4, 3, Toeplitz.Form.FULL);
    return hash.hash(Bits.parse("1101")).words()[0];
  }
}
