package qnet.application;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import qnet.run.Require;
import qnet.state.BellDiagonal;
import qnet.state.Dejmps;
import qnet.state.Purification;
import qnet.state.PurificationRound;

/**
 * A link between two quantum processors: how many remote gates a second it allows, at which
 * fidelity, if its pairs are purified first.
 *
 * <p>gates per second = pairs per second / pairs used for one purified pair
 *
 * <p>Valid for: memories that hold the pairs until the purification is done.
 *
 * <p>Ignores: decay in memory, and the time of local gates and messages, which only matters where
 * it is longer than the wait for a pair.
 *
 * <p>Reference: {@link RemoteGate} for the gate, {@link Purification} for the purification.
 *
 * @param pairRateHz raw pairs per second, above 0
 * @param rawGate the gate over a raw pair, which also names the local errors
 * @param purification how pairs are purified
 * @param rounds how often, from 0 to 20
 */
public record Interconnect(
    double pairRateHz, RemoteGate rawGate, Purification purification, int rounds) {
  private static final int MOST_ROUNDS = 20;

  /**
   * Checks the parameters.
   *
   * @param pairRateHz raw pairs per second, above 0
   * @param rawGate the gate over a raw pair
   * @param purification how pairs are purified
   * @param rounds how often, from 0 to 20
   * @throws IllegalArgumentException if a parameter is out of range
   */
  public Interconnect {
    Require.positive("pairRateHz", pairRateHz);
    Require.between("rounds", rounds, 0, MOST_ROUNDS);
  }

  /**
   * Two strontium ions in two traps of one laboratory, without purification: 1.5 million pairs in
   * eight hours at fidelity 0.960, local gates taken as perfect (D. P. Nadlinger et al., Nature
   * 607, 682 (2022), doi:10.1038/s41586-022-04941-5).
   *
   * @return 52 pairs per second
   */
  public static Interconnect trappedIons() {
    return new Interconnect(1.5e6 / (8 * 3600), RemoteGate.ofFidelity(0.96), Dejmps.ideal(), 0);
  }

  /**
   * The same link with more or fewer pairs.
   *
   * @param newPairRateHz raw pairs per second
   * @return the changed link
   */
  public Interconnect withPairRateHz(double newPairRateHz) {
    return new Interconnect(newPairRateHz, rawGate, purification, rounds);
  }

  /**
   * The same link with other pairs or local gates.
   *
   * @param newRawGate the gate over a raw pair
   * @return the changed link
   */
  public Interconnect withRawGate(RemoteGate newRawGate) {
    return new Interconnect(pairRateHz, newRawGate, purification, rounds);
  }

  /**
   * The same link with another purification.
   *
   * @param newPurification how pairs are purified
   * @return the changed link
   */
  public Interconnect withPurification(Purification newPurification) {
    return new Interconnect(pairRateHz, rawGate, newPurification, rounds);
  }

  /**
   * The same link with more or fewer rounds of purification.
   *
   * @param newRounds how often
   * @return the changed link
   */
  public Interconnect withRounds(int newRounds) {
    return new Interconnect(pairRateHz, rawGate, purification, newRounds);
  }

  /**
   * The remote gate over a purified pair.
   *
   * @return the gate
   */
  public RemoteGate gate() {
    return rawGate.withPair(purified().pair());
  }

  /**
   * How many remote gates the link allows.
   *
   * @return purified pairs per second
   */
  public double gatesPerSecond() {
    return pairRateHz / purified().pairsUsed();
  }

  /**
   * How many such links in parallel a machine needs.
   *
   * @param neededGatesPerSecond remote gates that its programme asks for
   * @return at least 1
   */
  public double links(double neededGatesPerSecond) {
    Require.positive("neededGatesPerSecond", neededGatesPerSecond);
    return Math.ceil(neededGatesPerSecond / gatesPerSecond());
  }

  /**
   * The fewest rounds of purification with which the gate is good enough.
   *
   * @param processFidelity the least that is wanted
   * @return how many rounds, empty if up to 20 do not suffice
   */
  public OptionalInt roundsFor(double processFidelity) {
    Require.probability("processFidelity", processFidelity);
    return IntStream.rangeClosed(0, MOST_ROUNDS)
        .filter(n -> withRounds(n).gate().processFidelity() >= processFidelity)
        .findFirst();
  }

  private PurificationRound purified() {
    BellDiagonal pair = rawGate.pair();
    return purification.after(pair, rounds);
  }
}
