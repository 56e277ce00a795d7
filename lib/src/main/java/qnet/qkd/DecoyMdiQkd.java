package qnet.qkd;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import qnet.channel.Link;
import qnet.run.Require;

/**
 * Measurement-device-independent QKD with two decoy intensities: what pairs of single photons do is
 * not known, as in {@link MdiQkd}, but bounded from the gains of three intensities on each side.
 *
 * <p>R = q·{μ²·e^(−2μ)·Y₁₁ᴸ·[1 − h(e₁₁ᵁ)] − f·Q·h(E)}
 *
 * <p>with lower bounds Y₁₁ᴸ from each basis and the upper bound e₁₁ᵁ from the test basis. Both send
 * the same three intensities. Unless the source fixes the signal, the best one is used.
 *
 * <p>Valid for infinitely long keys, general attacks, any station and detectors, pulses of random
 * phase and exact intensity; the arms may differ.
 *
 * <p>Ignores finite-size effects, the pulses spent on decoys, and after-pulses.
 *
 * <p>References: F. Xu, M. Curty, B. Qi, H.-K. Lo, New J. Phys. 15, 113007 (2013),
 * doi:10.1088/1367-2630/15/11/113007, arXiv:1305.6965, Table 2; H.-K. Lo, M. Curty, B. Qi, Phys.
 * Rev. Lett. 108, 130503 (2012), doi:10.1103/PhysRevLett.108.130503, Eq. (1).
 *
 * @param mdi lasers, station, error correction and sifting
 * @param decoyMeanPhotonNumber the middle intensity ν, above the weakest and below 1, and below
 *     that of the signal
 * @param weakestMeanPhotonNumber the weakest intensity ω, ≥ 0; 0 is an empty pulse
 */
public record DecoyMdiQkd(MdiQkd mdi, double decoyMeanPhotonNumber, double weakestMeanPhotonNumber)
    implements TwoArmProtocol {
  /**
   * Checks the components.
   *
   * @param mdi as above
   * @param decoyMeanPhotonNumber as above
   * @param weakestMeanPhotonNumber as above
   * @throws IllegalArgumentException if a component is out of its range
   */
  public DecoyMdiQkd {
    Objects.requireNonNull(mdi);
    Require.notNegative("weakestMeanPhotonNumber", weakestMeanPhotonNumber);
    double signal = mdi.source().meanPhotonNumber();
    double highest = Double.isNaN(signal) ? 1 : signal;
    if (!(decoyMeanPhotonNumber > weakestMeanPhotonNumber && decoyMeanPhotonNumber < highest)) {
      throw new IllegalArgumentException(
          "decoyMeanPhotonNumber must be > "
              + weakestMeanPhotonNumber
              + " (weakest) and < "
              + highest
              + " (signal), was "
              + decoyMeanPhotonNumber);
    }
  }

  /**
   * {@link MdiQkd#standard()} with a decoy of 0.05 photons and empty pulses. With infinitely long
   * keys the choice of decoys hardly matters, as long as they are weak.
   *
   * @return the protocol
   */
  public static DecoyMdiQkd standard() {
    return new DecoyMdiQkd(MdiQkd.standard(), 0.05, 0);
  }

  /**
   * This protocol with other lasers, station, error correction or sifting.
   *
   * @param mdi the protocol with infinitely many decoys
   * @return the changed protocol
   */
  public DecoyMdiQkd withMdi(MdiQkd mdi) {
    return new DecoyMdiQkd(mdi, decoyMeanPhotonNumber, weakestMeanPhotonNumber);
  }

  /**
   * This protocol with another decoy.
   *
   * @param decoyMeanPhotonNumber the middle intensity
   * @return the changed protocol
   */
  public DecoyMdiQkd withDecoyMeanPhotonNumber(double decoyMeanPhotonNumber) {
    return new DecoyMdiQkd(mdi, decoyMeanPhotonNumber, weakestMeanPhotonNumber);
  }

  /**
   * This protocol with another weakest intensity.
   *
   * @param weakestMeanPhotonNumber the weakest intensity, ≥ 0
   * @return the changed protocol
   */
  public DecoyMdiQkd withWeakestMeanPhotonNumber(double weakestMeanPhotonNumber) {
    return new DecoyMdiQkd(mdi, decoyMeanPhotonNumber, weakestMeanPhotonNumber);
  }

  @Override
  public KeyRate over(Link alice, Link bob) {
    var station = mdi.station(alice, bob);
    var bits = secretBits(station, mdi.misalignment());
    double mu = signal(station, bits);
    double best = Math.max(0, bits.applyAsDouble(mu));
    var ideal = mdi.withMeanPhotonNumber(mu).over(alice, bob);
    return new KeyRate(
        mdi.siftingFactor() * best,
        ideal.usesPerSecond(),
        ideal.gain(),
        ideal.qber(),
        Shortfall.of(best, station, mdi.misalignment(), this::bestSecretBits));
  }

  private double bestSecretBits(Station station, double otherMisalignment) {
    var bits = secretBits(station, otherMisalignment);
    return bits.applyAsDouble(signal(station, bits));
  }

  /** Secret bits per pair in the key basis as a function of μ; negative where there is no key. */
  private DoubleUnaryOperator secretBits(Station station, double misalignment) {
    var gains = new MdiGains(station, misalignment);
    return mu -> {
      double gain = gains.keyGain(mu, mu);
      if (mu <= decoyMeanPhotonNumber || gain == 0) {
        return -gain;
      }
      var bounds = new MdiDecoyBounds(mu, decoyMeanPhotonNumber, weakestMeanPhotonNumber);
      double inKey = bounds.singlePhotonYield(gains::keyGain);
      double inTest = bounds.singlePhotonYield(gains::testGain);
      double phaseError =
          inTest > 0 ? bounds.singlePhotonErrorYield(gains::testErrorGain) / inTest : 0.5;
      double disclosed =
          mdi.errorCorrectionEfficiency()
              * gain
              * ErrorEntropy.ofBitError(gains.keyErrorGain(mu, mu) / gain);
      double single = mu * mu * StrictMath.exp(-2 * mu) * inKey;
      return single * (1 - ErrorEntropy.ofPhaseError(phaseError))
          - disclosed; // Lo et al. 2012, (1)
    };
  }

  private double signal(Station station, DoubleUnaryOperator bits) {
    double fixed = mdi.source().meanPhotonNumber();
    if (!Double.isNaN(fixed)) {
      return fixed;
    }
    double best = station.isDark() ? Double.NaN : IntensitySearch.best(bits);
    return best > decoyMeanPhotonNumber ? best : (1 + decoyMeanPhotonNumber) / 2;
  }

  /**
   * What the decoys say over two arms, at the intensities that are used: the single-photon numbers
   * are the bounds.
   *
   * @param alice the arm from Alice to the station
   * @param bob the arm from Bob to the station
   * @return intensities, gains and error rates
   */
  public MdiYields yields(Link alice, Link bob) {
    var station = mdi.station(alice, bob);
    double mu = signal(station, secretBits(station, mdi.misalignment()));
    var known = mdi.withMeanPhotonNumber(mu).yields(alice, bob);
    var gains = new MdiGains(station, mdi.misalignment());
    var bounds = new MdiDecoyBounds(mu, decoyMeanPhotonNumber, weakestMeanPhotonNumber);
    return new MdiYields(
        mu,
        mu,
        known.gain(),
        known.qber(),
        known.testGain(),
        known.testQber(),
        mu * mu * StrictMath.exp(-2 * mu) * bounds.singlePhotonYield(gains::keyGain),
        Math.min(
            0.5,
            bounds.singlePhotonErrorYield(gains::testErrorGain)
                / bounds.singlePhotonYield(gains::testGain)));
  }

  /**
   * What the decoys say over a link with the station in its middle.
   *
   * @param link the link from Alice to Bob
   * @return intensities, gains and error rates
   */
  public MdiYields yields(Link link) {
    var halves = link.split();
    return yields(halves.alice(), halves.bob());
  }
}
