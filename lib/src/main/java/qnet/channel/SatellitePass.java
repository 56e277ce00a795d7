package qnet.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The light of one pass: time slices, each with its link.
 *
 * <p>A key is made of the detections of all slices together; {@code qnet.qkd.PassKey} does it.
 *
 * @param slices the slices in order; empty if the satellite is never high enough
 */
public record SatellitePass(List<TimeSlice> slices) {
  /**
   * Copies the list.
   *
   * @param slices as above
   */
  public SatellitePass {
    slices = List.copyOf(slices);
  }

  /**
   * How long there is light.
   *
   * @return the sum of the slices in seconds
   */
  public double durationS() {
    return slices.stream().mapToDouble(TimeSlice::durationS).sum();
  }

  /**
   * The highest elevation.
   *
   * @return the greatest elevation of a slice in degrees; 0 for an empty pass
   */
  public double maxElevationDeg() {
    return slices.stream().mapToDouble(TimeSlice::elevationDeg).max().orElse(0);
  }

  /**
   * Several passes, one after the other: together they make a longer block.
   *
   * @param passes the passes in order
   * @return the slices of all of them
   */
  public static SatellitePass together(List<SatellitePass> passes) {
    var slices = new ArrayList<TimeSlice>();
    double startS = 0;
    for (SatellitePass pass : passes) {
      for (TimeSlice slice : pass.slices) {
        slices.add(new TimeSlice(startS, slice.durationS(), slice.elevationDeg(), slice.link()));
        startS += slice.durationS();
      }
    }
    return new SatellitePass(slices);
  }

  /**
   * A link with the average transmittance, latency and stray light of the pass: settings that stay
   * the same for the whole pass are best chosen for it.
   *
   * @return the average; of two arms, the average of each
   */
  public Link meanLink() {
    boolean dual = !slices.isEmpty() && slices.get(0).link() instanceof DualDownlink;
    return dual
        ? new DualDownlink(
            mean(slice -> slice.link().split().alice()), mean(slice -> slice.link().split().bob()))
        : mean(TimeSlice::link);
  }

  private Link mean(Function<TimeSlice, Link> link) {
    return new PlainLink(
        mean(link, Link::transmittance),
        mean(link, Link::latencyMs),
        mean(link, Link::backgroundRateHz));
  }

  private double mean(Function<TimeSlice, Link> link, ToDoubleFunction<Link> property) {
    double sum = 0;
    for (TimeSlice slice : slices) {
      sum += slice.durationS() * property.applyAsDouble(link.apply(slice));
    }
    return slices.isEmpty() ? 0 : sum / durationS();
  }
}
