package qnet.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LinkTest {
  /** A link with everything, as a learner would write it. */
  private static final Link MINE =
      new Link() {
        @Override
        public double transmittance() {
          return 0.01;
        }

        @Override
        public double latencyMs() {
          return 4;
        }

        @Override
        public double backgroundRateHz() {
          return 500;
        }
      };

  @Test
  void aLambdaIsALink() {
    Link link = () -> 0.1;
    assertEquals(10, link.lossDb(), 1e-12);
    assertEquals(0, link.latencyMs());
    assertEquals(0, link.backgroundRateHz());
  }

  @Test
  void eachHalfHasHalfTheLossAndTheTimeButAllOfTheStrayLight() {
    for (Link half : new Link[] {MINE.split().alice(), MINE.split().bob()}) {
      assertEquals(0.1, half.transmittance(), 1e-15);
      assertEquals(2, half.latencyMs());
      assertEquals(500, half.backgroundRateHz());
    }
    assertEquals(Math.sqrt(0.1), MINE.split().alice().split().bob().transmittance(), 1e-15);
  }

  @Test
  void fromALoss() {
    assertEquals(0.5, Link.ofLossDb(10 * Math.log10(2)).transmittance(), 1e-15);
    assertEquals(16, Link.ofLossDb(16).lossDb(), 1e-12);
    assertEquals(0, Link.ofLossDb(Double.POSITIVE_INFINITY).transmittance());
    assertEquals(0.0, Link.ofLossDb(0).lossDb());
    for (double lossDb : new double[] {-3, Double.NaN}) {
      assertEquals(
          "lossDb must be ≥ 0, was " + lossDb,
          assertThrows(IllegalArgumentException.class, () -> Link.ofLossDb(lossDb)).getMessage());
    }
  }

  @Test
  void plainLinkRefusesWhatNoLinkHas() {
    for (double transmittance : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new PlainLink(transmittance, 0, 0));
    }
    assertThrows(IllegalArgumentException.class, () -> new PlainLink(1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new PlainLink(1, 0, Double.NaN));
    assertEquals(0.5, new PlainLink(0.5, 1, 2).transmittance());
  }
}
