package qnet.qkd;

/**
 * Where the clicks of decoy-state BB84 come from: the numbers between the link and the key rate.
 *
 * @param meanPhotonNumber intensity μ of the signal, mean photons per pulse
 * @param gain Q_μ, probability that a pulse gives a click
 * @param qber E_μ, error rate of these clicks
 * @param emptyGain Q₀, probability that a pulse is empty and gives a click all the same
 * @param singlePhotonGain Q₁, probability that a pulse holds one photon and gives a click
 * @param singlePhotonQber e₁, error rate of the clicks of single photons
 */
public record Yields(
    double meanPhotonNumber,
    double gain,
    double qber,
    double emptyGain,
    double singlePhotonGain,
    double singlePhotonQber) {}
