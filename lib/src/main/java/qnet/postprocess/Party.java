package qnet.postprocess;

/** The two ends of the channel. */
public enum Party {
  /** Who sent the photons. */
  ALICE("Alice"),
  /** Who measured them. */
  BOB("Bob");

  private final String name;

  Party(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
