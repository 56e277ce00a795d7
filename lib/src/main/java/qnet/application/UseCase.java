package qnet.application;

import java.util.List;

/**
 * A use of quantum networks that is talked about, and how far the kit can judge it.
 *
 * @param name the use
 * @param status whether the kit computes it
 * @param model the class that does, empty if none
 * @param because what the model leaves out, or why there is none
 */
public record UseCase(String name, Status status, String model, String because) {
  /** How far the kit can judge a use. */
  public enum Status {
    /** Closed form and trials. */
    MODELLED("modelled"),
    /** How the numbers grow, without the size of the noise. */
    SCALING("scaling only"),
    /** No number at all. */
    NOT_MODELLED("not modelled, because");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private static final List<UseCase> ALL =
      List.of(
          new UseCase(
              "key between two sites",
              Status.MODELLED,
              "qkd.DecoyBb84",
              "all protocols of the kit; the end points must be trusted"),
          new UseCase(
              "key for a group",
              Status.MODELLED,
              "application.ConferenceKey",
              "for infinitely long keys"),
          new UseCase(
              "one-time pad for everyday traffic",
              Status.MODELLED,
              "application.Traffic",
              "counts bits of key against bits of data"),
          new UseCase(
              "gates between quantum computers",
              Status.MODELLED,
              "application.RemoteGate",
              "single gates, not a fault-tolerant machine"),
          new UseCase(
              "phase sensing with shared entanglement",
              Status.MODELLED,
              "application.PhaseSensing",
              "with loss or dephasing, and the bound for any state"),
          new UseCase(
              "telescopes far apart",
              Status.MODELLED,
              "application.EntangledTelescopes",
              "without atmosphere and memories"),
          new UseCase(
              "GHZ states for many sites",
              Status.MODELLED,
              "application.GhzDistribution",
              "memories do not decay"),
          new UseCase(
              "network of clocks",
              Status.SCALING,
              "application.ClockNetwork",
              "the noise of the laser, which decides in practice, is left out"),
          new UseCase(
              "height and tests of relativity by clocks",
              Status.SCALING,
              "application.OpticalClock",
              "gravity shifts the rate by gH/c²; systematic shifts are left out"),
          new UseCase(
              "maps of magnetic fields",
              Status.SCALING,
              "application.MagneticGradiometer",
              "the noise of the surroundings, which decides in practice, is left out"),
          new UseCase(
              "gravitational waves",
              Status.NOT_MODELLED,
              "",
              "the answer is set by seismic, thermal and laser noise of a whole observatory, or by"
                  + " satellites that do not exist"),
          new UseCase(
              "navigation without GPS",
              Status.NOT_MODELLED,
              "",
              "drift of an inertial sensor is not a matter of the network: atom interferometers"
                  + " work alone, and no scheme read needs shared entanglement"),
          new UseCase(
              "structures under the ground",
              Status.NOT_MODELLED,
              "",
              "it is an inverse problem, in which soil and sampling decide, not the shot noise of"
                  + " the sensor"));

  /**
   * All uses, those with most behind them first.
   *
   * @return the table
   */
  public static List<UseCase> all() {
    return ALL;
  }
}
