package qnet.repeater;

import java.util.List;
import java.util.Objects;
import qnet.channel.Link;
import qnet.qkd.KeyRate;
import qnet.qkd.QkdProtocol;
import qnet.run.Require;

/**
 * A chain of trusted nodes: every span makes its own key with a protocol of key distribution, and
 * the nodes pass the key of Alice on, encrypted with those of the spans.
 *
 * <p>K = min over the spans of K_span
 *
 * <p>It needs neither memories nor pairs, and is what networks use today. Every node on the way
 * knows the key.
 *
 * <p>Valid for spans that work side by side, and nodes that are as safe as Alice and Bob.
 *
 * <p>Ignores the key that authenticating the messages of the nodes takes.
 *
 * <p>Reference: L. Salvail, M. Peev, E. Diamanti, R. Alléaume, N. Lütkenhaus, T. Länger, J. Comput.
 * Secur. 18, 61 (2010), doi:10.3233/JCS-2010-0373, arXiv:0904.4072.
 *
 * @param protocol what makes the key of a span
 * @param spans into how many equal spans a link is cut, at least 1
 */
public record TrustedChain(QkdProtocol protocol, int spans) implements QkdProtocol {
  /**
   * Checks the components.
   *
   * @param protocol as above
   * @param spans as above
   * @throws IllegalArgumentException if there is no span
   */
  public TrustedChain {
    Objects.requireNonNull(protocol);
    Require.atLeast("spans", spans, 1);
  }

  /**
   * This chain with another protocol.
   *
   * @param protocol what makes the key of a span
   * @return the changed chain
   */
  public TrustedChain withProtocol(QkdProtocol protocol) {
    return new TrustedChain(protocol, spans);
  }

  /**
   * This chain with another number of spans.
   *
   * @param spans into how many equal spans a link is cut, at least 1
   * @return the changed chain
   */
  public TrustedChain withSpans(int spans) {
    return new TrustedChain(protocol, spans);
  }

  /** The key rate over a link that nodes cut into equal spans: that of one of them. */
  @Override
  public KeyRate over(Link link) {
    return protocol.over(Stretch.of(link, spans));
  }

  /**
   * The key rate over spans that differ.
   *
   * @param links the spans, at least one
   * @return the key rate of the span with the fewest bits per second, or per use if a protocol does
   *     not say its clock
   */
  public KeyRate over(List<Link> links) {
    Require.atLeast("number of links", links.size(), 1);
    return links.stream()
        .map(protocol::over)
        .reduce((a, b) -> amount(b) < amount(a) ? b : a)
        .orElseThrow();
  }

  private static double amount(KeyRate rate) {
    double bitsPerSecond = rate.bitsPerSecond();
    return Double.isNaN(bitsPerSecond) ? rate.bitsPerUse() : bitsPerSecond;
  }
}
