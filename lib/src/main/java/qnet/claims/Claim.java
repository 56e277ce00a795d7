package qnet.claims;

/**
 * One claim of the article, in other words than its own.
 *
 * @param id a short name
 * @param topic what it is about
 * @param claim what is claimed
 * @param verdict what becomes of it: that of the decision
 * @param decision how it is decided
 * @param because the condition, or what is known instead
 * @param source where the number, the threshold or the explanation comes from
 * @param date of what decided it
 */
public record Claim(
    String id,
    String topic,
    String claim,
    Verdict verdict,
    Decision decision,
    String because,
    String source,
    String date) {
  /**
   * Checks that the verdict is not written by hand.
   *
   * @param id a short name
   * @param topic what it is about
   * @param claim what is claimed
   * @param verdict what becomes of it
   * @param decision how it is decided
   * @param because the condition, or what is known instead
   * @param source where the explanation comes from
   * @param date of what decided it
   * @throws IllegalArgumentException if the verdict is not that of the decision
   */
  public Claim {
    if (verdict != decision.verdict()) {
      throw new IllegalArgumentException(
          "verdict must be \"" + decision.verdict() + "\", was \"" + verdict + "\"");
    }
  }

  /**
   * The same claim, judged with another threshold.
   *
   * @param threshold what the number is compared with
   * @return the claim with the verdict that follows
   */
  public Claim withThreshold(double threshold) {
    var moved = decision.withThreshold(threshold);
    return new Claim(id, topic, claim, moved.verdict(), moved, because, source, date);
  }
}
