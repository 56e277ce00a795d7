package qnet.ledger;

import static qnet.ledger.Search.keyEnds;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Detector;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Source;
import qnet.qkd.Analysis;
import qnet.qkd.Bb84;
import qnet.qkd.BeamSplitting;
import qnet.qkd.DetectorBlinding;
import qnet.qkd.EfficiencyMismatch;
import qnet.qkd.EveBasis;
import qnet.qkd.EveInformation;
import qnet.qkd.InterceptResend;
import qnet.qkd.PhotonSplitting;
import qnet.qkd.SampleTest;
import qnet.qkd.Thresholds;
import qnet.qkd.TrojanHorse;
import qnet.state.Entropy;

/** The rows of thresholds and attacks in {@code qnet.qkd}. */
final class SecurityLedger {
  /** Lucamarini et al. 2015, Fig. 3. */
  private static final Bb84 TROJAN =
      new Bb84(
          Source.singlePhoton(),
          new Detector(0.125, 0, 1, 0).withDarkCountProbability(0.5e-5),
          0.01,
          1.2,
          1,
          Analysis.THRESHOLD);

  static final Map<String, DoubleSupplier> ROWS =
      Map.ofEntries(
          Map.entry("threshold-bb84", Thresholds::bb84),
          Map.entry("threshold-individual", Thresholds::bb84Individual),
          Map.entry("threshold-preprocessing", Thresholds::bb84NoisyPreprocessing),
          Map.entry("sarg04-one-photon", Thresholds::sarg04OnePhoton),
          Map.entry("sarg04-two-photons", Thresholds::sarg04TwoPhotons),
          Map.entry("eve-individual", () -> EveInformation.individualBits(0.05)),
          Map.entry("di-fraction", () -> 1 - Entropy.binary(0.05) - EveInformation.ofChshBits(2.6)),
          Map.entry("intercept-bb84", () -> new InterceptResend(1).bb84Qber()),
          Map.entry("intercept-six-state", () -> new InterceptResend(1).sixStateQber()),
          Map.entry("intercept-unseen", () -> new InterceptResend(1).missProbability(72)),
          Map.entry(
              "intercept-breidbart",
              () -> new InterceptResend(1, EveBasis.BREIDBART).guessProbability()),
          Map.entry("sample-unseen", () -> 1 - new SampleTest(50, 0).abortProbability(0.25)),
          Map.entry("blinding-gain", () -> new DetectorBlinding(1).gain()),
          Map.entry("splitting-critical-loss", () -> new PhotonSplitting(0.1).criticalLossDb()),
          Map.entry(
              "beam-splitting", () -> new BeamSplitting(0.1).knownFraction(Link.ofLossDb(10))),
          Map.entry("mismatch-faked-states", () -> new EfficiencyMismatch(0.2).fakedStateQber()),
          Map.entry(
              "mismatch-time-shift", () -> new EfficiencyMismatch(0.5).timeShiftCeilingBits()),
          Map.entry(
              "trojan-largest-leak",
              () -> keyEnds(0.1, leak -> new TrojanHorse(leak).on(TROJAN).over(() -> 1))),
          Map.entry(
              "trojan-reach", () -> new TrojanHorse(0.01).on(TROJAN).maxReachKm(Fiber.standard())),
          Map.entry(
              "trojan-isolation", () -> TrojanHorse.behind(1e20, 1e9, 170).leakedPhotonNumber()));

  private SecurityLedger() {}
}
