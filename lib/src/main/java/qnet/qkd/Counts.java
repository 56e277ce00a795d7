package qnet.qkd;

import java.util.ArrayList;
import java.util.List;

/**
 * What Alice and Bob hold after sifting: how many pulses were sent, detected and wrong, for each
 * basis and intensity.
 *
 * <p>The same record comes from seeded trials, from expectation values and from an experiment, and
 * {@link #plus} pools the counts of several runs.
 *
 * @param pulses all pulses sent, those dropped in sifting included, ≥ 0
 * @param tallies one line per basis and intensity, each pair once
 */
public record Counts(long pulses, List<Tally> tallies) {
  /** Nothing sent yet. */
  public static final Counts NONE = new Counts(0, List.of());

  /**
   * Checks the components.
   *
   * @param pulses as above
   * @param tallies as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Counts {
    tallies = List.copyOf(tallies);
    long kept = tallies.stream().mapToLong(Tally::sent).sum();
    if (pulses < kept) {
      throw new IllegalArgumentException(
          "pulses must be ≥ " + kept + " (those kept in sifting), was " + pulses);
    }
    for (int i = 0; i < tallies.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (tallies.get(i).isOf(tallies.get(j).basis(), tallies.get(j).meanPhotonNumber())) {
          throw new IllegalArgumentException(
              "tallies must have each basis and intensity once, had twice " + tallies.get(i));
        }
      }
    }
  }

  /**
   * The counts of this and another run together.
   *
   * @param other the other run
   * @return counts in which equal bases and intensities are added
   * @throws ArithmeticException if a sum exceeds 64 bits
   */
  public Counts plus(Counts other) {
    var sum = new ArrayList<>(tallies);
    for (Tally added : other.tallies) {
      int same = 0;
      while (same < sum.size() && !sum.get(same).isOf(added.basis(), added.meanPhotonNumber())) {
        same++;
      }
      if (same < sum.size()) {
        sum.set(same, sum.get(same).plus(added));
      } else {
        sum.add(added);
      }
    }
    return new Counts(Math.addExact(pulses, other.pulses), sum);
  }

  /** These counts as if a part of the pulses had been sent, each number rounded down. */
  Counts divided(long parts) {
    return new Counts(
        pulses / parts,
        tallies.stream()
            .map(
                tally ->
                    new Tally(
                        tally.basis(),
                        tally.meanPhotonNumber(),
                        tally.sent() / parts,
                        tally.detected() / parts,
                        tally.errors() / parts))
            .toList());
  }

  /**
   * The counts of one basis and intensity.
   *
   * @param basis the basis
   * @param meanPhotonNumber the intensity, exactly as in the tally
   * @return the tally; all zero if there is none
   */
  public Tally tally(Basis basis, double meanPhotonNumber) {
    return tallies.stream()
        .filter(tally -> tally.isOf(basis, meanPhotonNumber))
        .findFirst()
        .orElse(new Tally(basis, meanPhotonNumber, 0, 0, 0));
  }

  /**
   * Pulses that both sent and measured in the same basis.
   *
   * @return the sum over all tallies
   */
  public long sent() {
    return tallies.stream().mapToLong(Tally::sent).sum();
  }

  /**
   * Bits of the sifted key.
   *
   * @return the sum of detected pulses over all tallies
   */
  public long detected() {
    return tallies.stream().mapToLong(Tally::detected).sum();
  }

  /**
   * Wrong bits of the sifted key.
   *
   * @return the sum over all tallies
   */
  public long errors() {
    return tallies.stream().mapToLong(Tally::errors).sum();
  }

  /**
   * The error rate of the sifted key.
   *
   * @return errors / detected; NaN if nothing was detected
   */
  public double qber() {
    return (double) errors() / detected();
  }
}
