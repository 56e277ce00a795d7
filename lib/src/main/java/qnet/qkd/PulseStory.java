package qnet.qkd;

/** What happens to one pulse; one object is used again for each. */
final class PulseStory {
  int intensity;
  boolean aliceOne;
  Basis aliceBasis;
  Basis bobBasis;
  int photons;
  boolean lightClick;
  boolean clickZero;
  boolean clickOne;
  boolean bobOne;
  EveNote note = EveNote.NOTHING;

  /** Whether Bob reads another bit than Alice sent, in the names of his basis. */
  boolean differs() {
    return bobOne != aliceOne;
  }

  boolean sifted() {
    return clicks() && sameBasis();
  }

  /** The bit Bob reads, as a table shows it. */
  String bobBit() {
    return clicks() ? (bobOne ? "1" : "0") : "–";
  }

  boolean clicks() {
    return clickZero || clickOne;
  }

  boolean sameBasis() {
    return aliceBasis == bobBasis;
  }
}
