package qnet.qkd;

import java.util.function.ToDoubleBiFunction;

/** Says in plain words what holds down the key rate of a protocol with a station. */
final class Shortfall {
  private Shortfall() {}

  /**
   * Repairs one fault after the other until there is key: the last repair names the reason.
   *
   * @param secretBits secret bits per use for a station and a misalignment
   */
  static String of(
      double bits,
      Station station,
      double misalignment,
      ToDoubleBiFunction<Station, Double> secretBits) {
    if (bits > 0) {
      return "loss";
    }
    if (station.isDark()) {
      return "no light arrives";
    }
    if (secretBits.applyAsDouble(station.withoutNoise(), misalignment) > 0) {
      return "dark counts and stray light";
    }
    return secretBits.applyAsDouble(station.withoutNoise(), 0.0) > 0
        ? "misalignment"
        : "pulses of several photons";
  }
}
