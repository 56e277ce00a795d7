package qnet.qkd;

import java.util.Objects;
import java.util.random.RandomGenerator;
import qnet.run.Require;

/**
 * A linearly polarised pulse of light on its way from Alice to Bob, as Eve gets it into her hands.
 *
 * <p>A 0 is sent at 0° in basis Z and at 45° in basis X, a 1 at 90° and 135°. What physics lets Eve
 * find out is what {@link #measured} gives her, which also changes the pulse; an Eve who reads
 * {@link #angleRad} does what nobody can.
 *
 * @param photons photons in the pulse, ≥ 0
 * @param angleRad direction of the polarisation
 * @param reception how it reaches Bob's detectors
 * @param note what Eve has written down about it
 */
public record Pulse(int photons, double angleRad, Reception reception, EveNote note) {
  /**
   * Checks the components.
   *
   * @param photons as above
   * @param angleRad as above
   * @param reception as above
   * @param note as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Pulse {
    Require.atLeast("photons", photons, 0);
    Require.finite("angleRad", angleRad);
    Objects.requireNonNull(reception);
    Objects.requireNonNull(note);
  }

  /**
   * A fresh pulse of Eve's, whose polarisation she knows because she made it.
   *
   * @param photons photons in the pulse, ≥ 0
   * @param angleRad direction of the polarisation
   */
  public Pulse(int photons, double angleRad) {
    this(photons, angleRad, Reception.HONEST, EveNote.ofAngle("sent her own", angleRad));
  }

  /** A pulse of Alice's. */
  static Pulse ofAlice(int photons, Basis basis, boolean one) {
    double zeroRad = Malus.angleRad(basis);
    return new Pulse(
        photons, one ? Malus.acrossRad(zeroRad) : zeroRad, Reception.HONEST, EveNote.NOTHING);
  }

  /**
   * Eve measures the pulse in a basis and sends on as many photons in the state that she found.
   *
   * <p>Each photon goes to one of her two detectors by Malus' law; the one that gets more photons
   * is her result, at equal numbers a coin decides. An empty pulse tells nothing.
   *
   * @param basisRad the angle of a 0 in her basis: 0 for Z, π/4 for X, π/8 between them
   * @param rng her generator
   * @return the pulse that she sends on, with her note
   */
  public Pulse measured(double basisRad, RandomGenerator rng) {
    if (photons == 0) {
      return this;
    }
    double one = Malus.one(angleRad, basisRad);
    int ones = 0;
    for (int i = 0; i < photons; i++) {
      ones += rng.nextDouble() < one ? 1 : 0;
    }
    boolean read = 2 * ones == photons ? rng.nextBoolean() : 2 * ones > photons;
    return new Pulse(
        photons,
        read ? Malus.acrossRad(basisRad) : basisRad,
        reception,
        note.or(EveNote.ofReading(basisRad, read)));
  }

  /**
   * Eve measures the pulse in one of the bases of BB84.
   *
   * @param basis Z or X
   * @param rng her generator
   * @return the pulse that she sends on, with her note
   * @throws IllegalArgumentException if the basis is Y, which is circular
   */
  public Pulse measured(Basis basis, RandomGenerator rng) {
    return measured(Malus.angleRad(basis), rng);
  }

  /**
   * Eve takes photons out of the pulse and keeps them until the bases are announced.
   *
   * @param kept how many, from 0 to all
   * @return the rest of the pulse, with her note
   * @throws IllegalArgumentException if there are not so many
   */
  public Pulse keeping(int kept) {
    Require.between("kept", kept, 0, photons);
    return kept == 0
        ? this
        : new Pulse(
            photons - kept,
            angleRad,
            reception,
            note.or(EveNote.ofAngle("kept " + kept, angleRad)));
  }

  /**
   * This pulse with another number of photons: 0 if Eve blocks it.
   *
   * @param photons photons in the pulse, ≥ 0
   * @return the changed pulse
   */
  public Pulse withPhotons(int photons) {
    return new Pulse(photons, angleRad, reception, note);
  }

  /**
   * This pulse turned into another direction.
   *
   * @param angleRad direction of the polarisation
   * @return the changed pulse
   */
  public Pulse withAngleRad(double angleRad) {
    return new Pulse(photons, angleRad, reception, note);
  }

  /**
   * This pulse on another way to Bob, or with another effect on his detectors.
   *
   * @param reception how it reaches Bob's detectors
   * @return the changed pulse
   */
  public Pulse withReception(Reception reception) {
    return new Pulse(photons, angleRad, reception, note);
  }

  /**
   * This pulse with another note of Eve's.
   *
   * @param note what she has written down
   * @return the changed pulse
   */
  public Pulse withNote(EveNote note) {
    return new Pulse(photons, angleRad, reception, note);
  }
}
