package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.channel.Memory;
import qnet.limit.DephasingBound;
import qnet.limit.DirectTransmission;
import qnet.limit.EnergyBound;
import qnet.limit.ErasureBound;
import qnet.limit.MemoryReach;
import qnet.limit.Plob;
import qnet.limit.RepeaterBound;
import qnet.limit.Tgw;

/** The rows of {@code qnet.limit}. */
final class LimitLedger {
  private static final Link THOUSAND_KM = Fiber.standard().withLengthKm(1000);

  static final Map<String, DoubleSupplier> ROWS =
      Map.of(
          "plob-high-loss",
          () -> Plob.bitsPerUse(() -> 1e-6) / 1e-6,
          "plob-100-km",
          () -> Plob.bitsPerUse(Link.ofLossDb(20)),
          "tgw-100-km",
          () -> Tgw.bitsPerUse(Link.ofLossDb(20)),
          "repeater-bound-1",
          () -> RepeaterBound.bitsPerUse(THOUSAND_KM, 1),
          "repeater-bound-7",
          () -> RepeaterBound.bitsPerUse(THOUSAND_KM, 7),
          "dephasing-bound",
          () -> DephasingBound.bitsPerUse(0.05),
          "erasure-bound",
          () -> ErasureBound.bitsPerUse(0.3),
          "direct-300-years",
          () -> DirectTransmission.waitYears(THOUSAND_KM, 1e10),
          "energy-reached",
          () -> EnergyBound.reachedBitsPerUse(() -> 0.1, 1),
          "memory-reach",
          () -> MemoryReach.km(Memory.dephasing(1), Fiber.standard(), 0.89));

  private LimitLedger() {}
}
