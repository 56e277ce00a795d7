package qnet.state;

/**
 * One of the four ways in which a teleportation can go.
 *
 * @param phaseBit Alice's first bit: Bob applies Z if it is 1
 * @param flipBit Alice's second bit: Bob applies X if it is 1
 * @param probability how probable the two bits are
 * @param before Bob's qubit before he has heard of them
 * @param after Bob's qubit after his corrections
 */
public record TeleportationOutcome(
    int phaseBit, int flipBit, double probability, StateVector before, StateVector after) {}
