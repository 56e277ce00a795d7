package qnet.qkd;

/**
 * A basis in which a bit is sent and measured: BB84 has the first two, the six-state protocol
 * three.
 */
public enum Basis {
  /** The straight basis: horizontal is 0, vertical is 1. */
  Z,
  /** The diagonal basis: +45° is 0, −45° is 1. */
  X,
  /** The circular basis: right is 0, left is 1. */
  Y
}
