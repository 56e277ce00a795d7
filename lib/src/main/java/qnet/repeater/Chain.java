package qnet.repeater;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.run.Require;
import qnet.run.Xoshiro256;

/**
 * A chain of quantum repeaters: a link cut into equal segments, on each of which two stations try
 * for a pair; stations that have a pair on either side join them, until one reaches from end to
 * end.
 *
 * <p>p = 1 − (1 − p₁)ᵐ, swap success s·η²
 *
 * <p>with p₁ per attempt and mode, m modes, and a memory of efficiency η in each of the two
 * memories that a swap reads. Time passes while segments wait for each other, and for messages:
 * news of a lost pair travels to the stations that must start again, and the result of a
 * purification from end to end of the pair.
 *
 * <p>Valid for segments that are all alike, a common clock, and pairs delivered one after the
 * other: the next one begins when the last one is there. Alice and Bob measure their qubits at
 * once, as for a key, unless {@code endsStored} or a purification needs them.
 *
 * <p>Ignores dark counts, the time of gates, and relaxation beyond its Pauli part (⟨ZZ⟩ shrinks
 * with e^(−t/T₁) for each stored qubit; both qubits of a pair falling to |00⟩ adds to ⟨ZZ⟩, which
 * is left out).
 *
 * <p>Reference: H.-J. Briegel, W. Dür, J. I. Cirac, P. Zoller, Phys. Rev. Lett. 81, 5932 (1998),
 * doi:10.1103/PhysRevLett.81.5932, arXiv:quant-ph/9803056; N. Sangouard, C. Simon, H. de
 * Riedmatten, N. Gisin, Rev. Mod. Phys. 83, 33 (2011), doi:10.1103/RevModPhys.83.33,
 * arXiv:0906.2699.
 *
 * @param link from Alice to Bob, without stations
 * @param segments into how many segments it is cut, from 1 to 1 048 575; a power of two if pairs
 *     are swapped nested
 * @param heralding how neighbouring stations make a pair
 * @param memory the memories of all stations; its modes are tried side by side
 * @param swapping how stations join pairs
 * @param purification where pairs are purified: swaps as soon as possible allow it on segments only
 * @param endsStored whether Alice and Bob keep their qubits until the pair is delivered
 */
public record Chain(
    Link link,
    int segments,
    Heralding heralding,
    Memory memory,
    Swapping swapping,
    PurificationPlan purification,
    boolean endsStored) {
  private static final int MOST_SEGMENTS = (1 << 20) - 1;

  /**
   * Checks the components.
   *
   * @param link as above
   * @param segments as above
   * @param heralding as above
   * @param memory as above
   * @param swapping as above
   * @param purification as above
   * @param endsStored as above
   * @throws IllegalArgumentException if a component is out of its range, or order and purification
   *     do not fit
   */
  public Chain {
    Objects.requireNonNull(link);
    Objects.requireNonNull(heralding);
    Objects.requireNonNull(memory);
    Require.between("segments", segments, 1, MOST_SEGMENTS);
    boolean nested = swapping.order() == Swapping.Order.NESTED;
    if (nested && Integer.bitCount(segments) != 1) {
      throw new IllegalArgumentException(
          "segments must be a power of two to swap nested, was " + segments);
    }
    int highest = nested ? Integer.numberOfTrailingZeros(segments) : 0;
    if (purification.highestLevel() > highest) {
      throw new IllegalArgumentException(
          "purification must be on levels from 0 to "
              + highest
              + (nested ? "" : " if swaps come as soon as possible")
              + ", was "
              + purification);
    }
  }

  /**
   * A chain without faults but loss: 100 km of standard fibre with one station, two-photon
   * heralding with ideal stations, ideal memories, deterministic swaps as soon as possible.
   *
   * @return the chain
   */
  public static Chain ideal() {
    return new Chain(
        Fiber.standard().withLengthKm(100),
        2,
        TwoPhotonHeralding.ideal(),
        Memory.ideal(),
        Swapping.ideal(),
        PurificationPlan.none(),
        false);
  }

  /**
   * This chain over another link.
   *
   * @param link from Alice to Bob
   * @return the changed chain
   */
  public Chain withLink(Link link) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * This chain with another number of segments over the same link.
   *
   * @param segments how many, at least 1
   * @return the changed chain
   */
  public Chain withSegments(int segments) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * This chain with another heralding.
   *
   * @param heralding how neighbouring stations make a pair
   * @return the changed chain
   */
  public Chain withHeralding(Heralding heralding) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * This chain with other memories.
   *
   * @param memory the memories of all stations
   * @return the changed chain
   */
  public Chain withMemory(Memory memory) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * This chain with another swapping.
   *
   * @param swapping how stations join pairs
   * @return the changed chain
   */
  public Chain withSwapping(Swapping swapping) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * This chain with another purification.
   *
   * @param purification where pairs are purified
   * @return the changed chain
   */
  public Chain withPurification(PurificationPlan purification) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * This chain with Alice and Bob storing their qubits, or measuring at once.
   *
   * @param endsStored whether they store
   * @return the changed chain
   */
  public Chain withEndsStored(boolean endsStored) {
    return new Chain(link, segments, heralding, memory, swapping, purification, endsStored);
  }

  /**
   * One of the equal segments.
   *
   * @return what the heralding makes of the link's length over their number
   */
  public Segment segment() {
    return heralding.over(Stretch.of(link, segments));
  }

  /**
   * The probability that an attempt on a segment succeeds in at least one mode.
   *
   * @return 1 − (1 − p)^modes
   */
  public double linkProbability() {
    return memory.successProbability(segment().successProbability());
  }

  /**
   * The probability that a swap succeeds and both memories give their qubits back.
   *
   * @return s·η²
   */
  public double swapProbability() {
    return swapping.successProbability() * memory.efficiency() * memory.efficiency();
  }

  boolean isNested() {
    return swapping.order() == Swapping.Order.NESTED;
  }

  /** Whether nothing is ever lost again. */
  boolean isStraight() {
    return purification.isNone()
        && (segments == 1
            || swapProbability() == 1
                && memory.cutoffMs() == Double.POSITIVE_INFINITY
                && (!isNested() || segments == 2));
  }

  /**
   * Time and state from a closed form, where there is one: for a single segment, for two segments
   * that Alice and Bob measure at once (with a cut-off if messages take no time), and for any
   * number of segments with swaps as soon as possible that always work; without purification.
   *
   * @return mean time and mean pair, empty if only a simulation can tell
   */
  public Optional<ChainAverage> closedForm() {
    return ClosedForm.of(this);
  }

  /**
   * Time and state of a chain that has a closed form.
   *
   * @return mean time and mean pair
   * @throws IllegalStateException if only a simulation can tell
   */
  public ChainAverage average() {
    return closedForm()
        .orElseThrow(
            () -> new IllegalStateException("no closed form for this chain: use simulate"));
  }

  /**
   * Delivers pairs one after the other: draws attempts, swaps and purifications.
   *
   * @param trials how many pairs, at least 2
   * @param rng the source of randomness
   * @return times and fidelities; time is infinite if nothing can ever be delivered
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ChainResult simulate(int trials, RandomGenerator rng) {
    return ChainTrials.run(this, trials, ChainRun.NO_LIMIT, rng).orElseThrow();
  }

  /**
   * Delivers one pair and tells everything that happens on the way.
   *
   * @param rng the source of randomness
   * @return the events in the order of time; none if nothing can ever be delivered
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public List<Event> trace(RandomGenerator rng) {
    var events = new ArrayList<Event>();
    if (ChainAverage.obstacle(this).isEmpty()) {
      ChainRun.of(new ChainTimes(this), events::add)
          .deliver(Xoshiro256.stream(rng.nextLong(), 0), ChainRun.NO_LIMIT);
      events.sort(Comparator.comparingDouble(Event::timeMs));
    }
    return List.copyOf(events);
  }
}
