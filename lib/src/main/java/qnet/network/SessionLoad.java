package qnet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * A network whose links reserve key for sessions: a session takes a fixed rate on every link of its
 * route for as long as it lasts, and is lost if a link has too little left.
 *
 * <p>Sessions come at random (Poisson) and last an exponentially distributed time. A demand of D
 * bit/s offers D/sessionBitsPerSecond erlang.
 *
 * <p>Valid for fixed routes. On a route of one link that nobody else uses the lost part is {@link
 * ErlangB}'s; over several links it is more, and the order of the events decides.
 *
 * <p>References: A. K. Erlang, Elektroteknikeren 13, 5 (1917); F. P. Kelly, Ann. Appl. Probab. 1,
 * 319 (1991), doi:10.1214/aoap/1177005872, for networks.
 *
 * @param network the network, with key rates
 * @param metric how routes are chosen
 * @param sessionBitsPerSecond key that a session reserves, above 0
 * @param meanHoldS how long a session lasts on average, in seconds, above 0
 */
public record SessionLoad(
    Network network, RouteMetric metric, double sessionBitsPerSecond, double meanHoldS) {
  private static final int SESSIONS_PER_CHUNK = 10_000;

  /**
   * Checks the components.
   *
   * @param network as above
   * @param metric as above
   * @param sessionBitsPerSecond as above
   * @param meanHoldS as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SessionLoad {
    Require.positive("sessionBitsPerSecond", sessionBitsPerSecond);
    Require.positive("meanHoldS", meanHoldS);
  }

  /**
   * Sessions of 256 bit/s, one new AES key a second, for ten minutes on average, over the routes
   * with the most key.
   *
   * @param network the network, with key rates
   * @return the load
   */
  public static SessionLoad over(Network network) {
    return new SessionLoad(network, RouteMetric.mostKey(), 256, 600);
  }

  /**
   * This load on another network.
   *
   * @param network the network, with key rates
   * @return the changed load
   */
  public SessionLoad withNetwork(Network network) {
    return new SessionLoad(network, metric, sessionBitsPerSecond, meanHoldS);
  }

  /**
   * This load with another choice of routes.
   *
   * @param metric what makes a route better
   * @return the changed load
   */
  public SessionLoad withMetric(RouteMetric metric) {
    return new SessionLoad(network, metric, sessionBitsPerSecond, meanHoldS);
  }

  /**
   * This load with sessions of another rate.
   *
   * @param sessionBitsPerSecond key that a session reserves, above 0
   * @return the changed load
   */
  public SessionLoad withSessionBitsPerSecond(double sessionBitsPerSecond) {
    return new SessionLoad(network, metric, sessionBitsPerSecond, meanHoldS);
  }

  /**
   * This load with longer or shorter sessions.
   *
   * @param meanHoldS how long a session lasts on average, in seconds, above 0
   * @return the changed load
   */
  public SessionLoad withMeanHoldS(double meanHoldS) {
    return new SessionLoad(network, metric, sessionBitsPerSecond, meanHoldS);
  }

  /**
   * Draws sessions and counts the lost ones, in independent runs of 10 000 sessions. A run counts
   * from the time at which it has forgotten its empty beginning.
   *
   * <p>The standard error comes from the spread of the runs, because sessions of one run are lost
   * together.
   *
   * @param demands the demands, at least one
   * @param runs how many runs, at least 2
   * @param rng the randomness of arrivals and durations
   * @return one row for each demand
   * @throws IllegalArgumentException if there is no demand, or an end is unknown
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public List<BlockingReport> simulate(List<Demand> demands, int runs, RandomGenerator rng) {
    Require.atLeast("demands", demands.size(), 1);
    Require.atLeast("runs", runs, 2);
    var routes =
        demands.stream().map(demand -> network.route(demand.from(), demand.to(), metric)).toList();
    List<double[]> lost =
        Parallel.trials(
            runs,
            1,
            rng,
            (trials, random) ->
                List.of(new SessionRun(this, demands, routes, random).lost(SESSIONS_PER_CHUNK)),
            SessionLoad::joined);
    return IntStream.range(0, demands.size())
        .mapToObj(d -> report(demands.get(d), routes.get(d), d, lost))
        .toList();
  }

  private static List<double[]> joined(List<double[]> some, List<double[]> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private BlockingReport report(Demand demand, Route route, int index, List<double[]> lost) {
    double sum = lost.stream().mapToDouble(run -> run[index]).sum();
    double squares = lost.stream().mapToDouble(run -> run[index] * run[index]).sum();
    return new BlockingReport(
        demand.from(),
        demand.to(),
        demand.bitsPerSecond() / sessionBitsPerSecond,
        (long) (route.bitsPerSecond() / sessionBitsPerSecond),
        Estimate.ofSums(sum, squares, lost.size()),
        route.reason());
  }
}
