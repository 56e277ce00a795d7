package qnet.postprocess;

/** The two ends of the channel. */
public enum Party {
  /** Who sent the photons. */
  ALICE,
  /** Who measured them. */
  BOB
}
