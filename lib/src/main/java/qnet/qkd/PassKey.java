package qnet.qkd;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.channel.SatellitePass;
import qnet.channel.TimeSlice;
import qnet.run.Require;

/**
 * The key of one pass of a satellite, or of several passes together.
 *
 * <p>ℓ = ℓ(Σ_k n_k)
 *
 * <p>The detections n_k of all time slices are added first, and one key is made of the sum: the
 * tests of a single slice would be too few.
 *
 * <p>Valid for: settings that stay the same for the whole pass, and the assumptions of the {@link
 * FiniteKey}.
 *
 * <p>Ignores: pulses lost while sender and receiver find each other and agree on time.
 *
 * <p>Reference: J. S. Sidhu, T. Brougham, D. McArthur, R. G. Pousa, D. K. L. Oi, npj Quantum Inf.
 * 8, 18 (2022), doi:10.1038/s41534-022-00525-3, for blocks that are whole passes.
 *
 * @param key the key, with what it is made of
 * @param counts the counts of all slices together
 * @param durationS the time with light in seconds, ≥ 0
 */
public record PassKey(KeyLength key, Counts counts, double durationS) {
  /** Expected counts of short slices are added up before they are rounded to whole numbers. */
  private static final long FINER = 1000;

  /**
   * Checks the components.
   *
   * @param key as above
   * @param counts as above
   * @param durationS as above
   * @throws IllegalArgumentException if the duration is negative
   */
  public PassKey {
    Objects.requireNonNull(key);
    Objects.requireNonNull(counts);
    Require.notNegative("durationS", durationS);
  }

  static PassKey expected(CountedProtocol protocol, SatellitePass pass, Security security) {
    var finer = sum(protocol, pass, (link, pulses) -> protocol.expect(link, FINER * pulses));
    return of(protocol, pass, security, finer.divided(FINER));
  }

  /**
   * The key of one pass, of which every photon and click is drawn.
   *
   * @param protocol the protocol, with settings that do not depend on the link
   * @param pass the pass
   * @param security how sure the key must be
   * @param rng the generator, of which one {@code nextLong()} is taken for each slice
   * @return the key
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static PassKey simulate(
      CountedProtocol protocol, SatellitePass pass, Security security, RandomGenerator rng) {
    var counts = sum(protocol, pass, (link, pulses) -> protocol.simulate(link, pulses, rng));
    return of(protocol, pass, security, counts);
  }

  private static Counts sum(
      CountedProtocol protocol, SatellitePass pass, BiFunction<Link, Long, Counts> countsOf) {
    var sum = Counts.NONE;
    for (TimeSlice slice : pass.slices()) {
      double pulses = protocol.over(slice.link()).usesPerSecond() * slice.durationS();
      if (pulses >= 1) {
        sum = sum.plus(countsOf.apply(slice.link(), Math.round(pulses)));
      }
    }
    return sum;
  }

  private static PassKey of(
      CountedProtocol protocol, SatellitePass pass, Security security, Counts counts) {
    var key =
        counts.pulses() == 0
            ? new KeyLength(0, 0, 0, 0.5, 0, 0, "the satellite is never high enough")
            : protocol.finiteKey().length(counts, security, protocol.leakBits(counts));
    return new PassKey(key, counts, pass.durationS());
  }

  /**
   * The secret bits of the pass.
   *
   * @return the length of the key
   */
  public long keyBits() {
    return key.bits();
  }

  /**
   * The sifted bits of the pass, of both bases and all intensities.
   *
   * @return a number of bits
   */
  public long siftedBits() {
    return counts.detected();
  }

  /**
   * Secret bits per second while there is light.
   *
   * @return the average over the pass; NaN for an empty pass
   */
  public double bitsPerSecond() {
    return keyBits() / durationS;
  }

  /**
   * The error rate of the sifted bits.
   *
   * @return errors over detections; NaN for an empty pass
   */
  public double qber() {
    return counts.qber();
  }
}
