package qnet.channel;

/** What a loss in decibel leaves of the light. */
final class Decibels {
  private Decibels() {}

  /** 10^(−dB/10), the same bits on every JDK because seeded trials compare against it. */
  static double transmittance(double lossDb) {
    return StrictMath.pow(10, -lossDb / 10);
  }
}
