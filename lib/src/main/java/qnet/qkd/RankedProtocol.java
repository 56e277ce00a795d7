package qnet.qkd;

/**
 * One row of a ranking of protocols: what one of them makes over a link.
 *
 * @param protocol its name
 * @param bitsPerSecond secret bits per second, or NaN if the protocol has no clock
 * @param bitsPerUse secret bits per use
 * @param qber quantum bit error rate, or NaN
 * @param limit what holds the key rate down, in plain words
 */
public record RankedProtocol(
    String protocol, double bitsPerSecond, double bitsPerUse, double qber, String limit) {

  static RankedProtocol of(String protocol, KeyRate rate) {
    return new RankedProtocol(
        protocol, rate.bitsPerSecond(), rate.bitsPerUse(), rate.qber(), rate.limit());
  }
}
