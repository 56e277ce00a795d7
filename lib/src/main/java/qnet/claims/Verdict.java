package qnet.claims;

/** What becomes of a claim. */
public enum Verdict {
  /** True as it stands. */
  HOLDS("holds"),
  /** True under a condition that the claim does not name. */
  HOLDS_WITH_A_CONDITION("holds with a condition"),
  /** Was true, and no longer is. */
  OUTDATED("outdated"),
  /** Not true. */
  WRONG("wrong"),
  /** No model and no record decides it. */
  NOT_CHECKABLE("not checkable");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  static Verdict of(String words) {
    for (Verdict verdict : values()) {
      if (verdict.words.equals(words)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("verdict must be a known one, was \"" + words + "\"");
  }

  @Override
  public String toString() {
    return words;
  }
}
