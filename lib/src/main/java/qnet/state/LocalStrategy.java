package qnet.state;

/**
 * What one party does in a world of local hidden variables: answer from one's own setting and from
 * what was agreed in advance, and from nothing else.
 *
 * <p>In a cell: {@code LocalStrategy arrow = (angleRad, hidden) -> Math.cos(angleRad - 2 * Math.PI
 * * hidden) >= 0 ? 1 : -1;}
 */
@FunctionalInterface
public interface LocalStrategy {
  /**
   * The outcome of one measurement. It must depend on its two arguments alone, and is called from
   * several threads.
   *
   * @param angleRad the angle of the measured direction from Z, in radians
   * @param hidden the hidden variable of this pair, from 0 to below 1, the same for both parties
   * @return +1 or −1
   */
  int outcome(double angleRad, double hidden);
}
