package qnet.qkd;

import qnet.channel.Source;

/** The ranges that the protocols share; written so that NaN fails. */
final class QkdChecks {
  private QkdChecks() {}

  static void misalignment(double value) {
    if (!(value >= 0 && value <= 0.5)) {
      throw new IllegalArgumentException("misalignment must be from 0 to 0.5, was " + value);
    }
  }

  static void errorCorrectionEfficiency(double value) {
    if (!(value >= 1 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("errorCorrectionEfficiency must be ≥ 1, was " + value);
    }
  }

  static void siftingFactor(double value) {
    if (!(value >= 0.5 && value <= 1)) {
      throw new IllegalArgumentException("siftingFactor must be from 0.5 to 1, was " + value);
    }
  }

  static void laser(Source source) {
    if (source.statistics() != Source.Statistics.POISSON) {
      throw new IllegalArgumentException("source must be a laser, was " + source);
    }
  }

  /** The share of uses in which both send key; twin-field protocols need not sift at all. */
  static void keyShare(double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException("siftingFactor must be > 0 and ≤ 1, was " + value);
    }
  }

  static void atLeastZero(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be ≥ 0, was " + value);
    }
  }

  static void probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
    }
  }

  static void angleRad(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("angleRad must be finite, was " + value);
    }
  }

  static void epsilon(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be > 0 and < 1, was " + value);
    }
  }

  static void leakBits(double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("leakBits must be ≥ 0, was " + value);
    }
  }

  static void pulses(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("pulses must be ≥ 1, was " + value);
    }
  }
}
