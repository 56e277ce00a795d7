package qnet.qkd;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import qnet.channel.Detector;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * Several protocols under their names, and the best of them for a link: the one that makes the most
 * key per second.
 *
 * <p>The presets give all protocols the same devices, so that they differ in nothing but the
 * protocol: the clock of 1 GHz, the misalignment of 1.5 % and the error correction at f = 1.16 of
 * {@link DecoyBb84#standard()}, infinitely many decoys, the best intensities, and one detector.
 * Where a protocol chooses between bases or between key and test, it almost always takes the one
 * that makes key, as endlessly long keys allow, so that choosing costs nothing; the sifting that
 * belongs to a protocol remains (the phase slices of {@link PhaseMatching}, the three directions of
 * {@link E91}, the results of {@link Sarg04} and {@link B92} that exclude nothing). Continuous
 * variables have no photon detectors and keep {@link CvQkd#standard()}.
 *
 * <p>Valid for infinitely long keys.
 *
 * <p>Ignores price and effort: locking two distant lasers to each other, aligning a telescope,
 * trusting a device. Protocols of which one use takes a pulse from each side are counted like those
 * of which it takes one pulse.
 *
 * <p>Reference: H.-K. Lo, H. F. Chau, M. Ardehali, J. Cryptology 18, 133 (2005),
 * doi:10.1007/s00145-004-0142-y, arXiv:quant-ph/0011056, for bases chosen so unevenly that sifting
 * costs nothing.
 *
 * @param protocols the protocols by name, in the order in which they are shown, at least one
 */
public record ProtocolChoice(Map<String, QkdProtocol> protocols) implements QkdProtocol {
  private static final double NO_SIFTING = 1;
  private static final String NONE = "none";

  /**
   * Checks the component.
   *
   * @param protocols as above
   * @throws IllegalArgumentException if there is none
   */
  public ProtocolChoice {
    Require.atLeast("number of protocols", protocols.size(), 1);
    protocols.values().forEach(Objects::requireNonNull);
    protocols = Collections.unmodifiableMap(new LinkedHashMap<>(protocols));
  }

  /**
   * All protocols of the kit: {@link #endToEnd}, {@link #entangled}, {@link #untrustedStation} and
   * {@link #perfectSource}.
   *
   * @param detector every detector of every protocol
   * @return the protocols
   */
  public static ProtocolChoice all(Detector detector) {
    return buildable(detector).and(perfectSource(detector));
  }

  /**
   * The protocols that work with light sources there are: all but {@link #perfectSource}.
   *
   * @param detector every detector of every protocol
   * @return the protocols
   */
  public static ProtocolChoice buildable(Detector detector) {
    return endToEnd(detector).and(entangled(detector)).and(untrustedStation(detector));
  }

  /**
   * A laser on Alice's side, a receiver on Bob's, nothing between them.
   *
   * @param detector each of Bob's detectors
   * @return BB84 with and without decoys, six-state, SARG04, continuous variables
   */
  public static ProtocolChoice endToEnd(Detector detector) {
    var protocols = new LinkedHashMap<String, QkdProtocol>();
    protocols.put(
        "decoy BB84", DecoyBb84.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put(
        "BB84 without decoys",
        WeakPulseBb84.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put(
        "six-state", SixState.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put("SARG04", Sarg04.standard().withDetector(detector));
    protocols.put("continuous variables", CvQkd.standard());
    return new ProtocolChoice(protocols);
  }

  /**
   * A source of entangled pairs in the middle, which nobody needs to trust, and receivers at both
   * ends.
   *
   * @param detector each detector of Alice and Bob
   * @return BBM92 and E91 with down-conversion
   */
  public static ProtocolChoice entangled(Detector detector) {
    var protocols = new LinkedHashMap<String, QkdProtocol>();
    protocols.put("BBM92", Bbm92.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put("E91", E91.standard().withDetector(detector));
    return new ProtocolChoice(protocols);
  }

  /**
   * Lasers at both ends and all detectors in a station in the middle, which nobody needs to trust.
   *
   * @param detector each detector of the station
   * @return measurement-device-independent QKD and the twin-field family
   */
  public static ProtocolChoice untrustedStation(Detector detector) {
    var protocols = new LinkedHashMap<String, QkdProtocol>();
    protocols.put("MDI", MdiQkd.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put(
        "twin-field", TwinField.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put("phase matching", PhaseMatching.standard().withDetector(detector));
    protocols.put(
        "sending or not",
        SendOrNotSend.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    return new ProtocolChoice(protocols);
  }

  /**
   * Protocols of which the kit has the analysis for perfect sources only: exactly one photon, or
   * one pair, in every pulse.
   *
   * @param detector every detector
   * @return BB84 and B92 with single photons, and device-independent QKD
   */
  public static ProtocolChoice perfectSource(Detector detector) {
    var protocols = new LinkedHashMap<String, QkdProtocol>();
    protocols.put(
        "BB84, single photons",
        Bb84.standard().withDetector(detector).withSiftingFactor(NO_SIFTING));
    protocols.put("B92, single photons", B92.standard().withDetector(detector));
    protocols.put("device-independent", DeviceIndependent.standard().withDetector(detector));
    return new ProtocolChoice(protocols);
  }

  /**
   * This choice with one more protocol.
   *
   * @param name its name, different from the others
   * @param protocol the protocol
   * @return the longer choice
   * @throws IllegalArgumentException if the name is taken
   */
  public ProtocolChoice and(String name, QkdProtocol protocol) {
    return and(new ProtocolChoice(Map.of(name, protocol)));
  }

  /**
   * This choice and another one.
   *
   * @param other protocols of other names
   * @return the protocols of both
   * @throws IllegalArgumentException if a name is in both
   */
  public ProtocolChoice and(ProtocolChoice other) {
    var both = new LinkedHashMap<>(protocols);
    other.protocols.forEach(
        (name, protocol) -> {
          if (both.put(name, protocol) != null) {
            throw new IllegalArgumentException("name must be new, was \"" + name + "\" again");
          }
        });
    return new ProtocolChoice(both);
  }

  /**
   * The protocols in the order of the key per second that they make over a link, the best first.
   *
   * @param link the link
   * @return one row a protocol; those that do not say how many uses a second has come last
   */
  public List<RankedProtocol> ranking(Link link) {
    return protocols.entrySet().stream()
        .map(entry -> RankedProtocol.of(entry.getKey(), entry.getValue().over(link)))
        .sorted(Comparator.comparingDouble(ProtocolChoice::merit).reversed())
        .toList();
  }

  /**
   * The name of the protocol that makes the most key per second over a link.
   *
   * @param link the link
   * @return the name, or "{@value #NONE}" if no protocol makes key
   */
  public String best(Link link) {
    var first = ranking(link).get(0);
    return merit(first) > 0 ? first.protocol() : NONE;
  }

  /** The key rate of the best protocol. */
  @Override
  public KeyRate over(Link link) {
    return protocols.get(ranking(link).get(0).protocol()).over(link);
  }

  private static double merit(RankedProtocol row) {
    return Double.isNaN(row.bitsPerSecond()) ? -1 : row.bitsPerSecond();
  }
}
