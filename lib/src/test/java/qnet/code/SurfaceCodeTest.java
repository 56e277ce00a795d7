package qnet.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import qnet.Reference;

class SurfaceCodeTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/error-correction.csv", numLinesToSkip = 1)
  void referenceRows(String id, String quantity, String inputs, double expected, double tolerance) {
    double[] in = Arrays.stream(inputs.split(" ")).mapToDouble(Double::parseDouble).toArray();
    double actual =
        switch (quantity) {
          case "repetition" -> BlockCode.repetition((int) in[0]).failureProbability(in[1]);
          case "surface distance" -> SurfaceCode.ofErrorRate(in[0]).forTarget(in[1]).distance();
          case "surface qubits" -> SurfaceCode.ofErrorRate(in[0]).forTarget(in[1]).physicalQubits();
          case "surface error" -> SurfaceCode.ofErrorRate(in[0]).logicalErrorRate((int) in[1]);
          case "routed qubits" -> SurfaceCode.routedQubits((int) in[0]);
          case "experiment qubits" -> SurfaceCode.physicalQubits((int) in[0]);
          case "experiment lambda" -> lambda((int) in[0], in[1], (int) in[2], in[3]);
          default -> throw new IllegalArgumentException(quantity);
        };
    Reference.assertRow(id, quantity + " " + inputs, expected, tolerance, actual);
  }

  /** The Λ for which the law through one measurement meets the other. */
  private static double lambda(int distance, double errorRate, int other, double otherErrorRate) {
    double low = 0.5;
    double high = 5;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      var law = SurfaceCode.ofMeasurement(distance, errorRate, middle);
      if (law.logicalErrorRate(other) > otherErrorRate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Test
  void eachStepOfTheDistanceDividesByLambda() {
    var code = SurfaceCode.ofErrorRate(2e-3);
    assertEquals(5, code.lambda(), 1e-12);
    assertEquals(5, code.logicalErrorRate(7) / code.logicalErrorRate(9), 1e-9);
    assertEquals(0.1 / 25, code.logicalErrorRate(3), 1e-12);
    assertEquals(0.5, code.withLambda(0.1).logicalErrorRate(9), "no worse than random");
    assertEquals(0.2 / 25, code.withPrefactor(0.2).logicalErrorRate(3), 1e-12);
  }

  @Test
  void theSmallestDistanceThatSuffices() {
    var code = SurfaceCode.standard();
    for (double target : new double[] {1e-3, 2e-7, 1e-9, 3e-15}) {
      var qubit = code.forTarget(target);
      assertTrue(qubit.logicalErrorRate() <= target * (1 + 1e-9));
      assertTrue(qubit.distance() == 3 || code.logicalErrorRate(qubit.distance() - 2) > target);
      assertEquals(
          2.0 * (qubit.distance() + 1) * (qubit.distance() + 1), qubit.routedQubits(), 1e-9);
      assertEquals("", qubit.limit());
    }
  }

  @Test
  void noDistanceSufficesAtTheThreshold() {
    var none = SurfaceCode.ofErrorRate(0.01).forTarget(1e-6);
    assertEquals(0, none.distance());
    assertTrue(Double.isNaN(none.physicalQubits()));
    assertEquals("the physical error rate is not below the threshold", none.limit());
    assertEquals(
        "a distance above 9999 would be needed",
        SurfaceCode.ofErrorRate(0.00999).forTarget(1e-12).limit());
  }

  @Test
  void aRepeaterAsksForMoreThanOneCycle() {
    var code = SurfaceCode.standard();
    var qubit = code.forRepeater(100, 0.01);
    int d = qubit.distance();
    assertTrue(100 * d * qubit.logicalErrorRate() <= 0.01);
    assertTrue(100 * (d - 2) * code.logicalErrorRate(d - 2) > 0.01);
    assertTrue(d > code.forTarget(0.01 / 100).distance(), "d cycles, not one");
    assertTrue(code.forRepeater(2000, 0.01).distance() > d);
  }

  @Test
  void publishedExperimentsFollowTheLaw() {
    var published = LogicalExperiment.published("surface code");
    var below = published.stream().filter(e -> e.year() == 2024).findFirst().orElseThrow();
    assertEquals(7, below.distance());
    var law = below.law();
    assertEquals(0.00143, law.logicalErrorRate(7), 1e-12);
    assertEquals(0.00143 * 2.14, law.logicalErrorRate(5), 1e-12);
    assertTrue(
        published.stream()
            .allMatch(e -> e.physicalPerLogical() >= 2 * e.distance() * e.distance() - 1),
        "no experiment has fewer qubits than a patch");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> LogicalExperiment.published("colour"))
            .getMessage()
            .startsWith("code must be one of [surface code, repetition code]"));
  }

  @Test
  void inputsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.ofErrorRate(0));
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.ofErrorRate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.standard().withLambda(0));
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.physicalQubits(4));
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.standard().forTarget(0));
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.standard().forRepeater(0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> SurfaceCode.ofMeasurement(4, 0.001, 2));
  }
}
