package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lengthKm | length, km",
        "lossDbPerKm | loss, dB/km",
        "darkCountRateHz | dark count rate, Hz",
        "qber | QBER",
        "qberLimit | QBER limit",
        "bitsPerUse | bit/use",
        "keyRateBitsPerUse | key rate, bit/use",
        "usesPerSecond | use/s",
        "bitsPerSecond | bit/s",
        "pairsPerSecond | pair/s",
        "transmittance | transmittance",
        "deadTimeNs | dead time, ns",
        "beamDivergenceUrad | beam divergence, µrad",
        "coherenceTimeMs | coherence time, ms",
        "errorPerGate | error per gate",
        "dark_count_probability_per_gate | dark count probability per gate",
        "distance_km | distance, km",
        "channel_loss_db | channel loss, dB",
        "key_rate_bps | key rate, bit/s",
        "key_rate_bits_per_pulse | key rate, bit/pulse",
        "first_author | first author",
        "detector_darkCountRateHz | detector dark count rate, Hz",
        "temperatureK | temperature, K",
        "k | k",
        "mdiQkd | MDI QKD",
        "phiPlus | Φ+",
        "pair_psiMinus | pair Ψ−",
        "low95 | 95 % from",
        "s | S",
        "e10 | E(1, 0)",
        "phiPlus | Φ+",
        "psiMinus | Ψ−",
        "errorRateZ | error rate Z",
        "standardError | standard error"
      })
  void namesReadLikeEnglish(String name, String label) {
    assertEquals(label, Labels.of(name));
  }
}
