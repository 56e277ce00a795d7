package qnet.qkd;

/**
 * Where the key of twin-field QKD comes from: the numbers between the arms and the key rate.
 *
 * @param meanPhotonNumber intensity α² of each laser, mean photons per pulse
 * @param gain probability that exactly one detector clicks on a pair of key pulses
 * @param qber error rate of the key bits
 * @param phaseQber upper bound on the phase error rate, at most 0.5: what Eve may know
 */
public record TwinFieldYields(
    double meanPhotonNumber, double gain, double qber, double phaseQber) {}
