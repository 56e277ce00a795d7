package qnet.qkd;

import qnet.channel.Source;
import qnet.run.Require;

/** The ranges that the protocols share. */
final class QkdChecks {
  private QkdChecks() {}

  static void misalignment(double value) {
    Require.between("misalignment", value, 0, 0.5);
  }

  static void errorCorrectionEfficiency(double value) {
    Require.atLeast("errorCorrectionEfficiency", value, 1);
  }

  static void siftingFactor(double value) {
    Require.between("siftingFactor", value, 0.5, 1);
  }

  static void laser(Source source) {
    if (source.statistics() != Source.Statistics.POISSON) {
      throw new IllegalArgumentException("source must be a laser, was " + source);
    }
  }

  /** The share of uses in which both send key; twin-field protocols need not sift at all. */
  static void keyShare(double value) {
    Require.positiveUpTo("siftingFactor", value, 1);
  }

  static void pulses(long value) {
    Require.atLeast("pulses", value, 1);
  }
}
