package qnet.qkd;

import java.util.List;
import java.util.Locale;
import qnet.channel.Link;

/**
 * What Alice and Bob conclude from the counts and the sample of a session.
 *
 * @param accepted whether they go on
 * @param alarming whether they saw errors or clicks that an attack may have caused
 * @param reason why, in words
 */
record Decision(boolean accepted, boolean alarming, String reason) {
  /** How many standard errors a number of clicks may be off, and which part. */
  private static final double CLICK_SIGMAS = 5;

  private static final double LOSS_UNCERTAINTY = 0.01;

  static Decision of(Session session, PulseSetup setup, Counts counts, long compared, long errors) {
    String shortage = shortage(counts.detected(), compared);
    String alarm = errorAlarm(compared, errors, session.abortQber());
    if (alarm.isEmpty()) {
      alarm = clickAlarm(session.link(), setup, counts);
    }
    if (shortage.isEmpty() && alarm.isEmpty()) {
      return new Decision(true, false, percent(errors, compared) + " of the sample differ");
    }
    String both = shortage.isEmpty() || alarm.isEmpty() ? "" : "; ";
    return new Decision(false, !alarm.isEmpty(), shortage + both + alarm);
  }

  private static String shortage(long sifted, long compared) {
    if (sifted == 0) {
      return "no click in equal bases";
    }
    if (compared == 0) {
      return "no bit was compared";
    }
    return compared == sifted ? "the sample uses up the whole key" : "";
  }

  private static String errorAlarm(long compared, long errors, double abortQber) {
    return compared > 0 && new SampleTest((int) compared, abortQber).aborts(errors)
        ? "%s of the sample differ, at most %s may"
            .formatted(percent(errors, compared), percent(abortQber, 1))
        : "";
  }

  /** The first intensity of which more or fewer pulses arrive than the link lets through. */
  private static String clickAlarm(Link link, PulseSetup setup, Counts counts) {
    for (Intensity intensity : setup.intensities()) {
      double mu = intensity.meanPhotonNumber();
      double gain = setup.gain(link, mu);
      long sent = 0;
      long clicks = 0;
      for (Basis basis : List.of(Basis.Z, Basis.X)) {
        sent += counts.tally(basis, mu).sent();
        clicks += counts.tally(basis, mu).detected();
      }
      double off = Math.abs(clicks - sent * gain);
      if (off > CLICK_SIGMAS * Math.sqrt(sent * gain * (1 - gain))
          && off > LOSS_UNCERTAINTY * sent * gain) {
        return String.format(
            Locale.ROOT,
            "%d clicks at %s photons per pulse, expected %.0f",
            clicks,
            mu,
            sent * gain);
      }
    }
    return "";
  }

  private static String percent(double part, double whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part / whole);
  }
}
