package qnet.channel;

/**
 * How fast the clearance of a satellite can change, see {@link Sighting#clearanceKm}.
 *
 * <p>v(r) = √(2GM·r_a/(r·(r + r_a))), |dc/dt| ≤ (1 + sin ε)·(v(r) + ω·r_a)
 *
 * <p>for the speed v at the perigee r of an orbit with the apogee r_a: no satellite that stays
 * below r_a is faster at the distance r or beyond it. The turn ω of the Earth comes on top, and
 * height and range change at most as fast as the satellite moves.
 *
 * <p>Reference: D. A. Vallado, Fundamentals of Astrodynamics and Applications, 4th ed. (2013), Sec.
 * 1.3, vis-viva; the rest is the triangle inequality.
 *
 * @param apogeeRadiusKm greatest distance r_a from the centre of the Earth in kilometres
 * @param sinElevation sine of the lowest elevation ε
 */
record Pace(double apogeeRadiusKm, double sinElevation) {
  /** A fourth of a step that still hid no culmination among two thousand of random orbits. */
  private static final double SHORT_STEP_RAD = Math.toRadians(10);

  /** A time in which the satellite neither rises nor sets. */
  double unchangedS(Sighting here) {
    double lowKm = here.radiusKm() / 2;
    if (lowKm < Earth.RADIUS_KM) {
      return distanceKm(here) / maxKmPerS(Earth.RADIUS_KM);
    }
    double fallS = (here.radiusKm() - lowKm) / speedKmPerS(lowKm);
    return Math.min(fallS, distanceKm(here) / maxKmPerS(lowKm));
  }

  /** A time in which neither the satellite nor the Earth goes far around. */
  double shortStepS(Sighting here) {
    double turnRadPerS = speedKmPerS(here.radiusKm()) / here.radiusKm();
    return SHORT_STEP_RAD / (turnRadPerS + Earth.TURN_RAD_PER_S);
  }

  /** Whether the clearance can have been zero in between and come back. */
  boolean mayTouchZero(Sighting before, Sighting after) {
    return distanceKm(before) + distanceKm(after)
        < maxKmPerS(Earth.RADIUS_KM) * (after.timeS() - before.timeS());
  }

  private double distanceKm(Sighting sighting) {
    return Math.abs(sighting.clearanceKm(sinElevation));
  }

  private double maxKmPerS(double radiusKm) {
    return (1 + sinElevation) * (speedKmPerS(radiusKm) + Earth.TURN_RAD_PER_S * apogeeRadiusKm);
  }

  private double speedKmPerS(double radiusKm) {
    return Math.sqrt(
        2 * Earth.GM_KM3_PER_S2 * apogeeRadiusKm / (radiusKm * (radiusKm + apogeeRadiusKm)));
  }
}
