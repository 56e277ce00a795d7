package qnet.network;

import java.util.List;
import qnet.channel.Detector;
import qnet.qkd.DecoyBb84;
import qnet.qkd.QkdProtocol;
import qnet.qkd.TwinField;

/**
 * A way to make key over a span of fibre, with the parts that it needs.
 *
 * @param name how it is called in a plan
 * @param protocol its key rate over a span
 * @param cooledDetectors whether each receiver needs superconducting detectors
 * @param middleStation whether each span has a station in its middle, which nobody needs to trust
 *     but somebody has to house
 */
public record Technology(
    String name, QkdProtocol protocol, boolean cooledDetectors, boolean middleStation) {
  /**
   * BB84 with decoys and gated avalanche diodes: the boxes that are sold.
   *
   * @return the technology
   */
  public static Technology decoyBb84() {
    return new Technology("BB84, diodes", DecoyBb84.standard(), false, false);
  }

  /**
   * BB84 with decoys and superconducting detectors.
   *
   * @return the technology
   */
  public static Technology cooledDecoyBb84() {
    var protocol = DecoyBb84.standard().withDetector(Detector.snspd());
    return new Technology("BB84, cooled", protocol, true, false);
  }

  /**
   * Twin-field with superconducting detectors in the middle of each span.
   *
   * @return the technology
   */
  public static Technology twinField() {
    var protocol = TwinField.standard().withDetector(Detector.snspd());
    return new Technology("twin-field, cooled", protocol, true, true);
  }

  /**
   * The three of them.
   *
   * @return BB84 with both kinds of detectors, and twin-field
   */
  public static List<Technology> today() {
    return List.of(decoyBb84(), cooledDecoyBb84(), twinField());
  }

  Bill bill(double lengthKm, long spans, long systems) {
    long receivers = spans * systems;
    return new Bill(
        receivers,
        cooledDetectors ? receivers : 0,
        spans - 1 + (middleStation ? spans : 0),
        lengthKm * systems,
        0);
  }
}
