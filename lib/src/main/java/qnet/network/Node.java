package qnet.network;

import java.util.Objects;
import qnet.run.Require;

/**
 * A node of a quantum network: who stands there, and where it is on the Earth.
 *
 * <p>Distance to another node: d = 2R·asin √(sin²(Δφ/2) + cos φ₁·cos φ₂·sin²(Δλ/2))
 *
 * <p>with latitudes φ, longitudes λ and the mean radius R = 6371.0088 km: the great circle.
 *
 * <p>Valid for distances on a sphere; the Earth differs from one by less than 0.6 %.
 *
 * <p>References: R. W. Sinnott, "Virtues of the haversine", Sky and Telescope 68, 159 (1984); H.
 * Moritz, J. Geodesy 74, 128 (2000), doi:10.1007/s001900050278, for R.
 *
 * @param id the name that links use, unique in its network
 * @param name what stands there, for people
 * @param latitudeDeg from −90 to 90, or NaN for a node without a place, such as a satellite
 * @param longitudeDeg from −180 to 180, or NaN
 * @param role what the node does with key
 * @param assumed whether it is no published node; maps draw it hollow
 */
public record Node(
    String id, String name, double latitudeDeg, double longitudeDeg, Role role, boolean assumed) {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** What a node does. Key passes through a trusted node in the clear. */
  public enum Role {
    /** Passes on key, and could read it. */
    TRUSTED_NODE(true, true),
    /** Begins or ends a route, and passes on nothing. */
    USER(false, true),
    /** A telescope with a key store: a trusted node. */
    GROUND_STATION(true, true),
    /** A satellite that carries key from station to station: a trusted node. */
    SATELLITE(true, true),
    /** A quantum repeater: passes on entanglement, and learns nothing about the key. */
    REPEATER(true, false),
    /** A measuring station in the middle of one link: learns nothing, passes on nothing. */
    UNTRUSTED_STATION(false, false),
    /** A memory of an experiment. */
    MEMORY_NODE(false, true),
    /** A place of experiments, of which no more was read. */
    TESTBED_SITE(false, true),
    /** A whole metropolitan network in one point. */
    NETWORK_SUMMARY(true, true);

    private final boolean relays;
    private final boolean seesKey;

    Role(boolean relays, boolean seesKey) {
      this.relays = relays;
      this.seesKey = seesKey;
    }
  }

  /**
   * Checks the components.
   *
   * @param id as above
   * @param name as above
   * @param latitudeDeg as above
   * @param longitudeDeg as above
   * @param role as above
   * @param assumed as above
   * @throws IllegalArgumentException if a component is out of its range, or only one coordinate is
   *     known
   */
  public Node {
    Require.text("id", id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
    if (Math.abs(latitudeDeg) > 90) {
      throw new IllegalArgumentException("latitudeDeg must be from -90 to 90, was " + latitudeDeg);
    }
    if (Math.abs(longitudeDeg) > 180) {
      throw new IllegalArgumentException(
          "longitudeDeg must be from -180 to 180, was " + longitudeDeg);
    }
    if (Double.isNaN(latitudeDeg) != Double.isNaN(longitudeDeg)) {
      throw new IllegalArgumentException(
          "latitudeDeg and longitudeDeg must both be known or both NaN, were "
              + latitudeDeg
              + " and "
              + longitudeDeg);
    }
  }

  /**
   * A trusted node without a place.
   *
   * @param id its name
   * @return the node
   */
  public static Node of(String id) {
    return at(id, Double.NaN, Double.NaN);
  }

  /**
   * A trusted node at a place.
   *
   * @param id its name
   * @param latitudeDeg from −90 to 90
   * @param longitudeDeg from −180 to 180
   * @return the node
   */
  public static Node at(String id, double latitudeDeg, double longitudeDeg) {
    return new Node(id, id, latitudeDeg, longitudeDeg, Role.TRUSTED_NODE, false);
  }

  /**
   * This node with another name for people.
   *
   * @param name what stands there
   * @return the changed node
   */
  public Node withName(String name) {
    return new Node(id, name, latitudeDeg, longitudeDeg, role, assumed);
  }

  /**
   * This node in another role.
   *
   * @param role what it does with key
   * @return the changed node
   */
  public Node withRole(Role role) {
    return new Node(id, name, latitudeDeg, longitudeDeg, role, assumed);
  }

  /**
   * This node, assumed or published.
   *
   * @param assumed whether it is no published node
   * @return the changed node
   */
  public Node withAssumed(boolean assumed) {
    return new Node(id, name, latitudeDeg, longitudeDeg, role, assumed);
  }

  /**
   * Whether a route may lead through the node.
   *
   * @return false for users, experiments and stations in the middle of a link
   */
  public boolean relays() {
    return role.relays;
  }

  /**
   * Whether the node could read the key that it passes on.
   *
   * @return false for repeaters and measuring stations
   */
  public boolean seesKey() {
    return role.seesKey;
  }

  /**
   * Whether the place of the node is known.
   *
   * @return false for a satellite
   */
  public boolean hasPlace() {
    return !Double.isNaN(latitudeDeg);
  }

  /**
   * The distance to another node along the ground.
   *
   * @param other the other node
   * @return the great-circle distance in kilometres; NaN if a place is not known
   */
  public double distanceKm(Node other) {
    double phi1 = Math.toRadians(latitudeDeg);
    double phi2 = Math.toRadians(other.latitudeDeg);
    double acrossLatitudes = Math.sin((phi2 - phi1) / 2);
    double acrossLongitudes = Math.sin(Math.toRadians(other.longitudeDeg - longitudeDeg) / 2);
    double h =
        acrossLatitudes * acrossLatitudes
            + Math.cos(phi1) * Math.cos(phi2) * acrossLongitudes * acrossLongitudes;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h))); // Sinnott 1984
  }
}
