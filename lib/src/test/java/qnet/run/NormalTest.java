package qnet.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalTest {
  @Test
  void momentsOfTheNormalDistribution() {
    int n = 100_000;
    double[] x = new double[n];
    double[] y = new double[n];
    Normal.fill(x, y, new SplittableRandom(95));
    double[] sums = new double[8];
    for (int i = 0; i < n; i++) {
      double[] sample = {x[i], x[i] * x[i], x[i] * y[i], y[i]};
      for (int k = 0; k < 4; k++) {
        sums[k] += sample[k];
        sums[4 + k] += sample[k] * sample[k];
      }
    }
    assertTrue(Estimate.ofSums(sums[0], sums[4], n).sigmasFrom(0) < 4, "seed 95, mean");
    assertTrue(Estimate.ofSums(sums[1], sums[5], n).sigmasFrom(1) < 4, "seed 95, variance");
    assertTrue(Estimate.ofSums(sums[2], sums[6], n).sigmasFrom(0) < 4, "seed 95, correlation");
    assertTrue(Estimate.ofSums(sums[3], sums[7], n).sigmasFrom(0) < 4, "seed 95, mean of y");
    assertEquals(3, sums[5] / n, 0.15); // kurtosis
  }

  @Test
  void oneNumberIsTheFirstOfAPair() {
    double[] re = new double[1];
    Normal.fill(re, new double[1], new SplittableRandom(96));
    assertEquals(re[0], Normal.draw(new SplittableRandom(96)));
  }
}
