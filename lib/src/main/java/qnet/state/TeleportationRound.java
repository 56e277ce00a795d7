package qnet.state;

/**
 * One teleportation.
 *
 * @param phaseBit Alice's first bit: Bob applies Z if it is 1
 * @param bitBit Alice's second bit: Bob applies X if it is 1
 * @param received Bob's qubit after his corrections
 */
public record TeleportationRound(int phaseBit, int bitBit, DensityMatrix received) {}
