package qnet.qkd;

/**
 * What Alice, Bob and Eve know of a state of continuous-variable QKD.
 *
 * @param modulationVariance V_A in shot-noise units
 * @param sharedBits I_AB, mutual information of Alice and Bob, bits per state
 * @param eavesdropperBits χ_BE, the most that Eve can know of Bob's values, bits per state
 */
public record CvInformation(
    double modulationVariance, double sharedBits, double eavesdropperBits) {}
