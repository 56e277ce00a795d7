package qnet.qkd;

/** One of the two bases of BB84, in which a bit is sent and measured. */
public enum Basis {
  /** The straight basis: horizontal is 0, vertical is 1. */
  Z,
  /** The diagonal basis: +45° is 0, −45° is 1. */
  X
}
