package qnet.timeline;

import java.util.List;
import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * How likely a recorded message is read in time, by the way its key was agreed: each way rests on
 * something else, and a hybrid falls only with all that it rests on.
 *
 * <p>classical: c, post-quantum: m, QKD over n stations: 1 − (1 − d)·(1 − s)ⁿ, hybrid of the last
 * two: their product
 *
 * <p>c is a quantum computer, m an attack on the new mathematics, d a flaw in the devices at the
 * ends, s a station that gives its keys away.
 *
 * <p>Valid for causes that are independent, and for a hybrid that combines both keys so that one
 * unknown key is enough.
 *
 * <p>Ignores authentication: QKD needs a first key or a signature, which falls back on one of the
 * others, but only at the time of the exchange. A later quantum computer does not help there.
 *
 * @param computerProbability c, that the classical key exchange is broken in time
 * @param mathematicsProbability m, that the post-quantum one is
 * @param deviceProbability d, that a side channel of the end devices was used
 * @param stationProbability s, that a trusted station leaks
 * @param stations n, the trusted stations between the ends, ≥ 0
 */
public record KeyExposure(
    double computerProbability,
    double mathematicsProbability,
    double deviceProbability,
    double stationProbability,
    int stations) {
  private static final int CHUNK = 1 << 12;

  /**
   * Checks the probabilities.
   *
   * @param computerProbability c, that the classical key exchange is broken in time
   * @param mathematicsProbability m, that the post-quantum one is
   * @param deviceProbability d, that a side channel of the end devices was used
   * @param stationProbability s, that a trusted station leaks
   * @param stations n, the trusted stations between the ends, ≥ 0
   * @throws IllegalArgumentException if a number is out of range
   */
  public KeyExposure {
    Require.probability("computerProbability", computerProbability);
    Require.probability("mathematicsProbability", mathematicsProbability);
    Require.probability("deviceProbability", deviceProbability);
    Require.probability("stationProbability", stationProbability);
    Require.atLeast("stations", stations, 0);
  }

  /**
   * One way to agree on a key.
   *
   * @param way how the key is agreed
   * @param restsOn what must hold
   * @param exposedProbability how likely it does not
   */
  public record Way(String way, String restsOn, double exposedProbability) {}

  /**
   * All assumed: even odds for the computer, one in twenty for the mathematics, one in fifty for
   * the devices, one in a hundred for each of 31 stations, as many as on a line of 32 nodes less
   * one.
   *
   * @return 0.5, 0.05, 0.02, 0.01 and 31
   */
  public static KeyExposure standard() {
    return new KeyExposure(0.5, 0.05, 0.02, 0.01, 30);
  }

  /**
   * The same with another chance of a computer.
   *
   * @param newComputerProbability c
   * @return the exposure
   */
  public KeyExposure withComputerProbability(double newComputerProbability) {
    return new KeyExposure(
        newComputerProbability,
        mathematicsProbability,
        deviceProbability,
        stationProbability,
        stations);
  }

  /**
   * The same with another chance of an attack on the new mathematics.
   *
   * @param newMathematicsProbability m
   * @return the exposure
   */
  public KeyExposure withMathematicsProbability(double newMathematicsProbability) {
    return new KeyExposure(
        computerProbability,
        newMathematicsProbability,
        deviceProbability,
        stationProbability,
        stations);
  }

  /**
   * The same with another chance of a side channel.
   *
   * @param newDeviceProbability d
   * @return the exposure
   */
  public KeyExposure withDeviceProbability(double newDeviceProbability) {
    return new KeyExposure(
        computerProbability,
        mathematicsProbability,
        newDeviceProbability,
        stationProbability,
        stations);
  }

  /**
   * The same with another chance that a station leaks.
   *
   * @param newStationProbability s
   * @return the exposure
   */
  public KeyExposure withStationProbability(double newStationProbability) {
    return new KeyExposure(
        computerProbability,
        mathematicsProbability,
        deviceProbability,
        newStationProbability,
        stations);
  }

  /**
   * The same with another number of stations.
   *
   * @param newStations n
   * @return the exposure
   */
  public KeyExposure withStations(int newStations) {
    return new KeyExposure(
        computerProbability,
        mathematicsProbability,
        deviceProbability,
        stationProbability,
        newStations);
  }

  /**
   * The exposure of a key from QKD.
   *
   * @return 1 − (1 − d)·(1 − s)ⁿ
   */
  public double qkdProbability() {
    return 1 - (1 - deviceProbability) * Math.pow(1 - stationProbability, stations);
  }

  /**
   * The exposure of a key that combines one from QKD with a post-quantum one.
   *
   * @return the product of the two
   */
  public double hybridProbability() {
    return mathematicsProbability * qkdProbability();
  }

  /**
   * All four ways side by side.
   *
   * @return a row each
   */
  public List<Way> ways() {
    return List.of(
        new Way("classical", "no quantum computer in time", computerProbability),
        new Way("post-quantum", "mathematics that is young", mathematicsProbability),
        new Way(
            "QKD", "devices without side channels, " + stations + " stations", qkdProbability()),
        new Way("hybrid", "one of the last two", hybridProbability()));
  }

  /**
   * Draws what fails and counts the messages whose hybrid key is read.
   *
   * @param trials how many draws, at least 1
   * @param rng the source of randomness
   * @return the fraction of messages read
   */
  public Estimate hybridTrials(long trials, RandomGenerator rng) {
    return Parallel.count(
        trials,
        CHUNK,
        rng,
        random -> {
          boolean leaks = random.nextDouble() < deviceProbability;
          for (int station = 0; station < stations; station++) {
            leaks |= random.nextDouble() < stationProbability;
          }
          return random.nextDouble() < mathematicsProbability && leaks;
        });
  }
}
