package qnet.repeater;

import java.util.Objects;
import qnet.run.Require;
import qnet.state.Swap;

/**
 * How the stations of a chain join neighbouring pairs: in which order, how often with success, and
 * with which errors.
 *
 * <p>Valid for stations that are all alike; a swap that fails loses both pairs.
 *
 * <p>Ignores the time that the swap itself takes.
 *
 * @param order when a station may swap
 * @param successProbability probability that a swap succeeds, from 0 to 1; 1/2 for linear optics
 * @param errors the faults of the swap
 */
public record Swapping(Order order, double successProbability, Swap errors) {
  /** When a station may swap. */
  public enum Order {
    /** At once when it has a pair on either side. */
    AS_SOON_AS_POSSIBLE,
    /** When it has a pair of the length of its level on either side: 1, 2, 4 … segments. */
    NESTED
  }

  /**
   * Checks the components.
   *
   * @param order as above
   * @param successProbability as above
   * @param errors as above
   * @throws IllegalArgumentException if the probability is out of range
   */
  public Swapping {
    Objects.requireNonNull(order);
    Require.probability("successProbability", successProbability);
    Objects.requireNonNull(errors);
  }

  /**
   * Swaps that always work, as soon as possible.
   *
   * @return the swapping
   */
  public static Swapping ideal() {
    return new Swapping(Order.AS_SOON_AS_POSSIBLE, 1, Swap.ideal());
  }

  /**
   * Swaps with linear optics, nested: they tell two of the four Bell states apart, so half of them
   * fail.
   *
   * <p>Reference: J. Calsamiglia, N. Lütkenhaus, Appl. Phys. B 72, 67 (2001),
   * doi:10.1007/s003400000484, arXiv:quant-ph/0007058.
   *
   * @return the swapping
   */
  public static Swapping linearOptics() {
    return new Swapping(Order.NESTED, 0.5, Swap.ideal());
  }

  /**
   * This swapping in another order.
   *
   * @param order when a station may swap
   * @return the changed swapping
   */
  public Swapping withOrder(Order order) {
    return new Swapping(order, successProbability, errors);
  }

  /**
   * This swapping with another success probability.
   *
   * @param successProbability from 0 to 1
   * @return the changed swapping
   */
  public Swapping withSuccessProbability(double successProbability) {
    return new Swapping(order, successProbability, errors);
  }

  /**
   * This swapping with other errors.
   *
   * @param errors the faults of the swap
   * @return the changed swapping
   */
  public Swapping withErrors(Swap errors) {
    return new Swapping(order, successProbability, errors);
  }
}
