package qnet.postprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import qnet.qkd.KeyLength;

/**
 * What a run of {@link KeyPipeline} has ended in: the same key at both ends, or none and the
 * reason.
 *
 * @param alice Alice's key; empty if the run was aborted
 * @param bob Bob's key; empty if the run was aborted
 * @param abortReason why there is no key, "" if there is one
 * @param stages what was done, up to the end or to the stage that aborted
 * @param length what the length of the key is made of; empty if it did not come to that
 * @param pool the key that both ends keep for the tags of the next run
 */
public record KeyRun(
    Optional<Key> alice,
    Optional<Key> bob,
    String abortReason,
    List<KeyStage> stages,
    Optional<KeyLength> length,
    Key pool) {
  /**
   * Checks the components.
   *
   * @param alice as above
   * @param bob as above
   * @param abortReason as above
   * @param stages as above
   * @param length as above
   * @param pool as above
   * @throws IllegalArgumentException if one end has a key and the other has not the same, or there
   *     is a key and a reason for none
   */
  public KeyRun {
    stages = List.copyOf(stages);
    Objects.requireNonNull(length);
    Objects.requireNonNull(pool);
    if (!alice.equals(bob)) {
      throw new IllegalArgumentException(
          "bob must have the key of Alice, " + alice + ", had " + bob);
    }
    if (alice.isPresent() != abortReason.isEmpty()) {
      throw new IllegalArgumentException(
          "abortReason must be empty if and only if there is a key, was \"" + abortReason + "\"");
    }
  }

  /**
   * The key that both have.
   *
   * @return the key
   * @throws IllegalStateException if the run was aborted
   */
  public Key key() {
    return alice.orElseThrow(() -> new IllegalStateException("no key: " + abortReason));
  }

  /**
   * Where the bits of the sifted key went: what was disclosed, what Eve may know of the rest, the
   * tags, and the key.
   *
   * @return parts that add up to the sifted key; empty if the run was aborted
   */
  public List<KeyShare> shares() {
    var shares = new ArrayList<KeyShare>();
    if (alice.isPresent()) {
      for (KeyStage stage : stages) {
        if (!stage.name().equals(KeyPipeline.SIFT)) {
          shares.add(new KeyShare(whatBecame(stage.name()), stage.bitsIn() - stage.bitsOut()));
        }
      }
      shares.add(new KeyShare("key", key().length()));
    }
    return shares;
  }

  private static String whatBecame(String stage) {
    return switch (stage) {
      case "correct" -> "parities";
      case "verify" -> "hash";
      case "amplify" -> "cut for secrecy";
      case "authenticate" -> "tags";
      default -> stage;
    };
  }
}
