package qnet.qkd;

/** In which basis an eavesdropper measures the photons of BB84. */
public enum EveBasis {
  /** In Z or X, as a coin decides for each photon. */
  RANDOM,
  /** Always in Z: she knows every bit that was sent in Z, and none in X. */
  FIXED,
  /** Halfway between Z and X, at 22.5°: every result tells something, none is sure. */
  BREIDBART
}
