package qnet.state;

import qnet.run.Estimate;

/**
 * What a number of purification attempts gave.
 *
 * @param success the fraction that succeeded
 * @param fidelity the fraction of the surviving pairs that were in Φ+; NaN if none survived
 */
public record PurificationTrials(Estimate success, Estimate fidelity) {}
