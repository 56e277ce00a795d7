package qnet.postprocess;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.channel.Link;
import qnet.qkd.FiniteKey;
import qnet.qkd.PrepareAndMeasure;
import qnet.qkd.Security;
import qnet.qkd.SiftedKeys;
import qnet.run.Require;

/**
 * Everything between sifted bits and a key: estimate, correct, verify, amplify, authenticate.
 *
 * <p>ℓ = FiniteKey(counts, ε, leak) − tags
 *
 * <p>with the leak that was counted on the classical channel, not one that a formula expects: the
 * sample, the parities and the hash that verifies. Both ends finish with the same key, or the run
 * is aborted with a reason; there is never a part of a key.
 *
 * <p>Valid for protocols whose basis Z makes the key and whose basis X tests it. The hash is
 * charged although the proofs have log₂(2/ε_cor) bits for it already: this is on the safe side.
 *
 * <p>Ignores that the messages of sifting need tags too, and that photons and computation take
 * time.
 *
 * <p>Reference: C.-H. F. Fung, X. Ma, H. F. Chau, Phys. Rev. A 81, 012318 (2010),
 * doi:10.1103/PhysRevA.81.012318, for the stages and what each costs.
 *
 * @param errorCorrection how Bob's key is made equal to Alice's
 * @param security how sure the key must be
 * @param sampleBits key bits that are compared openly to estimate the error rate, ≥ 0; with 0 the
 *     test basis says it
 * @param maxQber the error rate above which the run is aborted, from 0 to 0.5
 * @param verificationBits length of the hash that must be the same at both ends; enough for the
 *     correctness that is asked for
 * @param form the form of the matrix that amplifies
 */
public record KeyPipeline(
    ErrorCorrection errorCorrection,
    Security security,
    int sampleBits,
    double maxQber,
    int verificationBits,
    Toeplitz.Form form) {
  /** The stage before which bits are pulses. */
  static final String SIFT = "sift";

  /**
   * Checks the components.
   *
   * @param errorCorrection as above
   * @param security as above
   * @param sampleBits as above
   * @param maxQber as above
   * @param verificationBits as above
   * @param form as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public KeyPipeline {
    Objects.requireNonNull(errorCorrection);
    Objects.requireNonNull(form);
    Require.atLeast("sampleBits", sampleBits, 0);
    Require.between("maxQber", maxQber, 0, 0.5);
    int least = (int) Math.ceil(-StrictMath.log(security.epsCorrectness()) / StrictMath.log(2));
    if (verificationBits < least) {
      throw new IllegalArgumentException(
          "verificationBits must be ≥ "
              + least
              + " for epsCorrectness "
              + security.epsCorrectness()
              + ", was "
              + verificationBits);
    }
  }

  /**
   * The best Cascade, no sample, an error rate of at most 11 %, a hash of 64 bits to verify.
   *
   * @return the pipeline
   */
  public static KeyPipeline standard() {
    return new KeyPipeline(
        Cascade.tuned(), Security.standard(), 0, 0.11, 64, Toeplitz.Form.SYSTEMATIC);
  }

  /**
   * The same with another error correction.
   *
   * @param errorCorrection how Bob's key is made equal to Alice's
   * @return the changed pipeline
   */
  public KeyPipeline withErrorCorrection(ErrorCorrection errorCorrection) {
    return new KeyPipeline(errorCorrection, security, sampleBits, maxQber, verificationBits, form);
  }

  /**
   * The same with another security.
   *
   * @param security how sure the key must be
   * @return the changed pipeline
   */
  public KeyPipeline withSecurity(Security security) {
    return new KeyPipeline(errorCorrection, security, sampleBits, maxQber, verificationBits, form);
  }

  /**
   * The same with another sample.
   *
   * @param sampleBits key bits that are compared openly, ≥ 0
   * @return the changed pipeline
   */
  public KeyPipeline withSampleBits(int sampleBits) {
    return new KeyPipeline(errorCorrection, security, sampleBits, maxQber, verificationBits, form);
  }

  /**
   * The same with another error rate at which it aborts.
   *
   * @param maxQber the largest error rate, from 0 to 0.5
   * @return the changed pipeline
   */
  public KeyPipeline withMaxQber(double maxQber) {
    return new KeyPipeline(errorCorrection, security, sampleBits, maxQber, verificationBits, form);
  }

  /**
   * The same with another verification.
   *
   * @param verificationBits length of the hash
   * @return the changed pipeline
   */
  public KeyPipeline withVerificationBits(int verificationBits) {
    return new KeyPipeline(errorCorrection, security, sampleBits, maxQber, verificationBits, form);
  }

  /**
   * The same with another form of the matrix that amplifies.
   *
   * @param form the form
   * @return the changed pipeline
   */
  public KeyPipeline withForm(Toeplitz.Form form) {
    return new KeyPipeline(errorCorrection, security, sampleBits, maxQber, verificationBits, form);
  }

  /**
   * Sends photons and makes a key of them, over a perfect classical channel.
   *
   * @param protocol how photons are sent and measured
   * @param link the link from Alice to Bob
   * @param pulses pulses sent, at least 1
   * @param rng the generator of everything that is drawn
   * @return the key at both ends, or why there is none
   * @throws IllegalArgumentException if {@code pulses} is out of range
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public KeyRun run(PrepareAndMeasure protocol, Link link, long pulses, RandomGenerator rng) {
    return run(protocol.transmit(link, pulses, rng), protocol.finiteKey(), rng);
  }

  /**
   * Makes a key of sifted bits, over a perfect classical channel; both ends have the key for three
   * tags from their first meeting.
   *
   * @param sifted what both hold after sifting
   * @param proof what turns counts into a length
   * @param rng the generator of everything that is drawn
   * @return the key at both ends, or why there is none
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public KeyRun run(SiftedKeys sifted, FiniteKey proof, RandomGenerator rng) {
    var shared = Key.random(3 * Authentication.TAG_BITS, rng);
    return run(sifted, proof, ClassicalChannel.perfect(), shared, rng);
  }

  /**
   * Makes a key of sifted bits.
   *
   * @param sifted what both hold after sifting
   * @param proof what turns counts into a length
   * @param channel the line on which they talk
   * @param shared the key that both have already, for the tags: 192 bits are enough
   * @param rng the generator of everything that is drawn
   * @return the key at both ends, or why there is none
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public KeyRun run(
      SiftedKeys sifted,
      FiniteKey proof,
      ClassicalChannel channel,
      Key shared,
      RandomGenerator rng) {
    return new KeyDistillation(this, sifted, channel, shared, rng).run(proof);
  }
}
