package qnet.network;

import qnet.run.Xoshiro256;

/**
 * The key of one link, stored at both of its ends: the same random words, of which the sender and
 * the receiver each strike out what they have used.
 */
final class PadStore {
  private static final int WORDS = 256;

  private final Xoshiro256 source;
  private final long[] words = new long[WORDS];
  private int usedBySender = WORDS;
  private int usedByReceiver = WORDS;

  PadStore(long run, int link) {
    source = Xoshiro256.stream(run, link);
  }

  /** Encrypts a word with the sender's next word. */
  long encrypt(long secret) {
    if (usedBySender == WORDS) {
      source.fill(words);
      usedBySender = 0;
      usedByReceiver -= WORDS;
    }
    return secret ^ words[usedBySender++];
  }

  /** Decrypts a word with the receiver's next word. */
  long decrypt(long sent) {
    return sent ^ words[usedByReceiver++];
  }

  /** Sends words over the link: encrypted by the sender, decrypted by the receiver. */
  void pass(long[] held) {
    for (int i = 0; i < held.length; i++) {
      held[i] = decrypt(encrypt(held[i]));
    }
  }
}
