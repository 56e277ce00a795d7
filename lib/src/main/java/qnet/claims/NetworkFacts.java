package qnet.claims;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Fiber;
import qnet.limit.Plob;

/** Values for the claims about networks, repeaters and dates. */
final class NetworkFacts {
  private static final double CLOCK_HZ = 1e9;
  private static final double SECONDS_PER_DAY = 86_400;

  static final Map<String, DoubleSupplier> VALUES =
      Map.ofEntries(
          Map.entry("metropolitan-limit", () -> bitsPerDayWithoutRepeater(1000)),
          Map.entry("coast-to-coast", () -> bitsPerDayWithoutRepeater(4300)));

  private NetworkFacts() {}

  /** The most that a gigahertz clock and perfect devices can carry over fibre in a day. */
  private static double bitsPerDayWithoutRepeater(double lengthKm) {
    return Plob.bitsPerUse(Fiber.standard().withLengthKm(lengthKm)) * CLOCK_HZ * SECONDS_PER_DAY;
  }
}
