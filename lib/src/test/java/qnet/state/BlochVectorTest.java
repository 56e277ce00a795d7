package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlochVectorTest {
  private static void assertPoints(double x, double y, double z, BlochVector vector) {
    assertEquals(x, vector.x(), 1e-12);
    assertEquals(y, vector.y(), 1e-12);
    assertEquals(z, vector.z(), 1e-12);
  }

  @Test
  void aPureQubitPointsWhereItWasTurned() {
    SplittableRandom rng = new SplittableRandom(61);
    for (int i = 0; i < 20; i++) {
      Direction d = Direction.ofAngles(Math.PI * rng.nextDouble(), 7 * rng.nextDouble());
      assertPoints(d.x(), d.y(), d.z(), BlochVector.of(StateVector.qubit(d)));
    }
  }

  @Test
  void theComponentsAreTheMeansOfXAndYAndZ() {
    SplittableRandom rng = new SplittableRandom(62);
    DensityMatrix rho = DensityMatrix.random(1, rng);
    assertPoints(
        rho.expectation(Gate.x().matrix(), 0),
        rho.expectation(Gate.y().matrix(), 0),
        rho.expectation(Gate.z().matrix(), 0),
        BlochVector.of(rho));
  }

  @Test
  void noiseShortensTheArrow() {
    DensityMatrix noisy =
        StateVector.qubit(Direction.ofY()).densityMatrix().apply(Noise.depolarising(0.3), 0);
    assertPoints(0, 0.7, 0, BlochVector.of(noisy));
    assertPoints(0, 0, 0, BlochVector.of(DensityMatrix.maximallyMixed(1)));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BlochVector(1, 0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new BlochVector(Double.NaN, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> BlochVector.of(Bell.phiPlus()));
  }

  @Test
  void quarterTurnsAreExact() {
    assertEquals(new Direction(1, 0, 0), Direction.inPlane(Math.PI / 2));
    assertEquals(new Direction(0, 1, 0), Direction.ofAngles(Math.PI / 2, Math.PI / 2));
  }
}
