package qnet.qkd;

/**
 * Where the key of MDI-QKD comes from: the numbers between the arms and the key rate, each per pair
 * of pulses in the same basis.
 *
 * @param aliceMeanPhotonNumber intensity of Alice's signal, mean photons per pulse
 * @param bobMeanPhotonNumber intensity of Bob's signal, mean photons per pulse
 * @param gain probability that the Bell measurement succeeds in the key basis
 * @param qber error rate in the key basis
 * @param testGain probability that the Bell measurement succeeds in the test basis
 * @param testQber error rate in the test basis; about one quarter for laser pulses
 * @param singlePhotonGain Q₁₁, probability that both pulses hold one photon and the measurement
 *     succeeds
 * @param singlePhotonQber e₁₁, error rate of such pairs in the test basis
 */
public record MdiYields(
    double aliceMeanPhotonNumber,
    double bobMeanPhotonNumber,
    double gain,
    double qber,
    double testGain,
    double testQber,
    double singlePhotonGain,
    double singlePhotonQber) {}
