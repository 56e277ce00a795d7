package qnet.network;

import java.util.Objects;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.qkd.QkdProtocol;
import qnet.run.Require;

/**
 * A link between two nodes that makes secret key, or could.
 *
 * <p>What was not published is NaN: a length, a loss, a key rate. A link of which the loss is not
 * known either is {@link #UNKNOWN}.
 *
 * @param id its name, unique in its network
 * @param a the node at one end
 * @param b the node at the other end
 * @param link what light meets on the way
 * @param lengthKm length of the fibre or of the line of sight, ≥ 0, or NaN
 * @param bitsPerSecond secret key per second, ≥ 0, or NaN
 * @param assumed whether it is no published link; maps draw it dashed
 */
public record Edge(
    String id,
    String a,
    String b,
    Link link,
    double lengthKm,
    double bitsPerSecond,
    boolean assumed) {
  /** A link of which nothing is known: its transmittance is NaN. */
  public static final Link UNKNOWN = Unknown.LINK;

  private enum Unknown implements Link {
    LINK;

    @Override
    public double transmittance() {
      return Double.NaN;
    }

    @Override
    public String toString() {
      return "not known";
    }
  }

  /**
   * Checks the components.
   *
   * @param id as above
   * @param a as above
   * @param b as above
   * @param link as above
   * @param lengthKm as above
   * @param bitsPerSecond as above
   * @param assumed as above
   * @throws IllegalArgumentException if the ends are the same node or a number is negative
   */
  public Edge {
    Require.text("id", id);
    Require.text("a", a);
    if (a.equals(b)) {
      throw new IllegalArgumentException("b must differ from a, was \"" + b + "\" twice");
    }
    Require.text("b", b);
    Objects.requireNonNull(link);
    Require.notNegativeOrNan("lengthKm", lengthKm);
    Require.notNegativeOrNan("bitsPerSecond", bitsPerSecond);
  }

  /**
   * A link without a key rate yet.
   *
   * @param a the node at one end
   * @param b the node at the other end
   * @param link what light meets on the way
   * @return the edge, its length known if the link is a fibre
   */
  public static Edge of(String a, String b, Link link) {
    double lengthKm = link instanceof Fiber fiber ? fiber.lengthKm() : Double.NaN;
    return new Edge(a + "--" + b, a, b, link, lengthKm, Double.NaN, false);
  }

  /**
   * A link of which only the key rate is known.
   *
   * @param a the node at one end
   * @param b the node at the other end
   * @param bitsPerSecond secret key per second, ≥ 0
   * @return the edge
   */
  public static Edge ofKeyRate(String a, String b, double bitsPerSecond) {
    return of(a, b, UNKNOWN).withBitsPerSecond(bitsPerSecond);
  }

  /**
   * This edge with another name.
   *
   * @param id its name
   * @return the changed edge
   */
  public Edge withId(String id) {
    return new Edge(id, a, b, link, lengthKm, bitsPerSecond, assumed);
  }

  /**
   * This edge over another link.
   *
   * @param link what light meets on the way
   * @return the changed edge
   */
  public Edge withLink(Link link) {
    return new Edge(id, a, b, link, lengthKm, bitsPerSecond, assumed);
  }

  /**
   * This edge with another length; its link stays.
   *
   * @param lengthKm length in kilometres, ≥ 0, or NaN
   * @return the changed edge
   */
  public Edge withLengthKm(double lengthKm) {
    return new Edge(id, a, b, link, lengthKm, bitsPerSecond, assumed);
  }

  /**
   * This edge with another key rate.
   *
   * @param bitsPerSecond secret key per second, ≥ 0, or NaN
   * @return the changed edge
   */
  public Edge withBitsPerSecond(double bitsPerSecond) {
    return new Edge(id, a, b, link, lengthKm, bitsPerSecond, assumed);
  }

  /**
   * This edge, assumed or published.
   *
   * @param assumed whether it is no published link
   * @return the changed edge
   */
  public Edge withAssumed(boolean assumed) {
    return new Edge(id, a, b, link, lengthKm, bitsPerSecond, assumed);
  }

  /**
   * This edge with the key rate of a protocol over its link; unchanged if nothing is known of the
   * link.
   *
   * @param protocol the protocol
   * @return the changed edge
   */
  public Edge withKeyRate(QkdProtocol protocol) {
    return Double.isNaN(link.transmittance())
        ? this
        : withBitsPerSecond(protocol.over(link).bitsPerSecond());
  }

  /**
   * The other end.
   *
   * @param end one of the two ends
   * @return the other one
   */
  String other(String end) {
    return end.equals(a) ? b : a;
  }
}
