package qnet.state;

/**
 * One teleportation.
 *
 * @param phaseBit Alice's first bit: Bob applies Z if it is 1
 * @param flipBit Alice's second bit: Bob applies X if it is 1
 * @param received Bob's qubit after his corrections
 */
public record TeleportationRound(int phaseBit, int flipBit, DensityMatrix received) {}
