package qnet.state;

import java.util.List;
import java.util.function.Predicate;

/**
 * Something that an entangled pair is good for, and how good the pair must be.
 *
 * <p>Valid for: pairs whose three errors are equally frequent (see {@link Werner}).
 *
 * @param use what for
 * @param minFidelity the lowest fidelity at which it works
 * @param entanglementOfFormation in ebits, at that fidelity
 */
public record PairUse(String use, double minFidelity, double entanglementOfFormation) {
  /**
   * A use of one's own.
   *
   * @param use what for
   * @param useful whether a pair is good enough
   * @return the use with its threshold
   */
  public static PairUse of(String use, Predicate<BellDiagonal> useful) {
    double fidelity = Werner.minFidelity(useful);
    return new PairUse(
        use,
        fidelity,
        Double.isNaN(fidelity)
            ? Double.NaN
            : BellDiagonal.werner(fidelity).entanglementOfFormation());
  }

  /**
   * The uses that the literature asks about, from the least to the most demanding one.
   *
   * <p>Above F = ½ a pair is entangled, can be purified, and teleports better than any measurement.
   *
   * @return entanglement, CHSH violation, one-way hashing, key of BB84
   */
  public static List<PairUse> known() {
    return List.of(
        of("entangled", pair -> pair.concurrence() > 0),
        of("violates CHSH", pair -> pair.chsh() > Chsh.LOCAL_BOUND),
        of("hashing", pair -> pair.hashingYield() > 0),
        of("BB84 key", pair -> pair.secretFraction() > 0));
  }
}
