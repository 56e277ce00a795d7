package qnet.claims;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * The claims of an article on the quantum internet (M. Leland, What Is Quantum Internet and How It
 * Works, flexstarsolutions.com), each decided by a model of the kit or a record of its data.
 *
 * <p>Nothing is remembered: data/claims.csv holds the thresholds, and a value is computed whenever
 * its claim is asked for, on all cores. Where nothing decides a claim it is "not checkable", or has
 * a verdict from the source it names.
 */
public final class FactCheck {
  /** From the id of a claim to the computation of its value, one map for each part of the kit. */
  private static final List<Map<String, DoubleSupplier>> PARTS =
      List.of(
          FoundationFacts.VALUES,
          KeyFacts.VALUES,
          NetworkFacts.VALUES,
          OutlookFacts.VALUES,
          UseFacts.VALUES);

  private FactCheck() {}

  /**
   * All claims, in the order of the article.
   *
   * @return each with its verdict
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static List<Claim> claims() {
    return judge(KitData.rows(KitData.CLAIMS));
  }

  /**
   * One claim.
   *
   * @param id its short name, as in the first column
   * @return the claim with its verdict
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Claim claim(String id) {
    return with("id", id).get(0);
  }

  /**
   * The claims on one topic.
   *
   * @param topic as in the second column
   * @return each with its verdict
   * @throws IllegalArgumentException if there is none on that topic
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static List<Claim> about(String topic) {
    return with("topic", topic);
  }

  /**
   * The claims that have one of some verdicts.
   *
   * @param claims the claims to choose from
   * @param verdicts the verdicts that are wanted
   * @return those claims, in their order
   */
  public static List<Claim> judged(List<Claim> claims, Verdict... verdicts) {
    var wanted = List.of(verdicts);
    return claims.stream().filter(claim -> wanted.contains(claim.verdict())).toList();
  }

  /**
   * How many claims have each verdict.
   *
   * @param claims the claims
   * @return one row a verdict, those without a claim too
   */
  public static List<VerdictCount> counts(List<Claim> claims) {
    return Arrays.stream(Verdict.values())
        .map(verdict -> new VerdictCount(verdict, judged(claims, verdict).size()))
        .toList();
  }

  /**
   * How many verdicts change if every threshold is multiplied by the same factor.
   *
   * @param claims the claims
   * @param factor 1 for the thresholds as they are
   * @return claims whose verdict becomes another one
   */
  public static int changed(List<Claim> claims, double factor) {
    return (int)
        claims.stream()
            .filter(
                claim ->
                    claim.withThreshold(factor * claim.decision().threshold()).verdict()
                        != claim.verdict())
            .count();
  }

  private static List<Claim> with(String column, String asked) {
    var rows = KitData.rows(KitData.CLAIMS);
    Require.oneOf(column, asked, rows.stream().map(row -> row.text(column)).distinct().toList());
    return judge(rows.stream().filter(row -> row.text(column).equals(asked)).toList());
  }

  private static List<Claim> judge(List<DataRow> rows) {
    var values = values();
    return Parallel.map(rows.size(), i -> judge(rows.get(i), values));
  }

  private static Claim judge(DataRow row, Map<String, DoubleSupplier> values) {
    var value = values.get(row.text("id"));
    var decision =
        new Decision(
            row.text("decided_by"),
            row.text("quantity"),
            value == null ? Double.NaN : value.getAsDouble(),
            Decision.Comparison.of(row.text("comparison")),
            row.number("threshold"),
            Verdict.of(row.text("if_so")),
            Verdict.of(row.text("if_not")));
    return new Claim(
        row.text("id"),
        row.text("topic"),
        row.text("claim"),
        decision.verdict(),
        decision,
        row.text("because"),
        row.text("source"),
        row.text("date"));
  }

  /** The computations of all parts by the id of their claim. */
  static Map<String, DoubleSupplier> values() {
    var values = new HashMap<String, DoubleSupplier>();
    PARTS.forEach(values::putAll);
    return values;
  }
}
