package qnet.limit;

import qnet.channel.Fiber;
import qnet.channel.Memory;

/**
 * How far apart two ends may be if one memory has to wait for a message from the other.
 *
 * <p>L = v·t(F), for pure dephasing L = −v·T₂·ln(2F − 1)
 *
 * <p>with the speed v of light in the fibre. A pair that is to be heralded, swapped or purified
 * waits at least for one message; below F = 0.89, 11 % of the bits in basis X are wrong and BB84
 * gives no key.
 *
 * <p>Valid for: one qubit of a pair that waits once for the whole way; a pair that was perfect.
 *
 * <p>Ignores: all waiting for photons that were lost, which is longer: a reach that no repeater
 * exceeds that needs such a message, not one that any reaches.
 *
 * <p>Reference: M. Razavi, M. Piani, N. Lütkenhaus, Phys. Rev. A 80, 032301 (2009),
 * doi:10.1103/PhysRevA.80.032301, for memories that must outlive the communication time.
 */
public final class MemoryReach {
  private MemoryReach() {}

  /**
   * The longest distance.
   *
   * @param memory the memory
   * @param fiber the fibre, of which only the speed counts
   * @param fidelity the fidelity that must be left, above 0.5 and at most 1
   * @return the distance in kilometres; +∞ for a memory that keeps its qubit for ever
   */
  public static double km(Memory memory, Fiber fiber, double fidelity) {
    double waitMs = Math.min(memory.storageTimeMs(fidelity), memory.cutoffMs());
    return fiber.groupSpeedKmPerS() * waitMs / 1000;
  }
}
