package qnet.state;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import qnet.run.Require;

/**
 * What lost particles do to a Bell test that does not assume fair sampling: a party who sees no
 * click answers +1 all the same.
 *
 * <p>S(η) = η²·S + 2η(1 − η)·(⟨a₀⟩ + ⟨b₀⟩) + 2(1 − η)²
 *
 * <p>For a maximally entangled pair the local bound is passed above η = 2/(1 + √2) = 82.8 %; weakly
 * entangled pairs, paradoxically, do with less, down to ⅔.
 *
 * <p>Valid for: equal, independent efficiencies on both sides, no dark counts.
 *
 * <p>Reference: A. Garg, N. D. Mermin, Phys. Rev. D 35, 3831 (1987), doi:10.1103/PhysRevD.35.3831;
 * P. H. Eberhard, Phys. Rev. A 47, R747 (1993), doi:10.1103/PhysRevA.47.R747.
 */
public final class DetectionLoophole {
  private static final int MAX_EVALUATIONS = 10_000;

  private DetectionLoophole() {}

  /**
   * The CHSH value that is left at a given efficiency.
   *
   * @param pair a state of two qubits
   * @param settings the four directions
   * @param efficiency η, from 0 to 1, the same for both parties
   * @return S(η)
   */
  public static double chsh(State pair, ChshSettings settings, double efficiency) {
    Require.probability("efficiency", efficiency);
    DensityMatrix rho = pair.densityMatrix();
    double a0 = 2 * rho.expectation(settings.a0().projector(), 0) - 1;
    double b0 = 2 * rho.expectation(settings.b0().projector(), 1) - 1;
    double lost = 1 - efficiency;
    // the other means, ⟨a₁⟩ and ⟨b₁⟩, enter once with each sign
    return efficiency * efficiency * Chsh.value(pair, settings)
        + 2 * efficiency * lost * (a0 + b0)
        + 2 * lost * lost;
  }

  /**
   * The efficiency above which given directions violate the inequality.
   *
   * <p>S(η) − 2 = η·[η·(S − 2·m + 2) + 2·m − 4] with m = ⟨a₀⟩ + ⟨b₀⟩, so that η* = (4 − 2m)/(S − 2m
   * + 2)
   *
   * @param pair a state of two qubits
   * @param settings the four directions
   * @return η*; above 1 if not even perfect detectors help
   */
  public static double requiredEfficiency(State pair, ChshSettings settings) {
    double full = chsh(pair, settings, 1);
    double half = chsh(pair, settings, 0.5);
    double means = 2 * half - full / 2 - 1; // m, from S(½) = S/4 + m/2 + ½
    double slope = full - 2 * means + 2;
    return slope <= 0 ? Double.POSITIVE_INFINITY : (4 - 2 * means) / slope;
  }

  /**
   * The efficiency that cos θ|00⟩ + sin θ|11⟩ needs at its best directions, found by a search over
   * the directions in the plane, symmetric between the parties.
   *
   * <p>η* = [P(a) + P(b)] / [P(ab) + P(ab′) + P(a′b) − P(a′b′)]
   *
   * <p>θ = π/4 is the Bell pair with 82.8 %; for θ → 0 the requirement falls to ⅔, Eberhard's
   * limit.
   *
   * <p>Reference: Eberhard 1993; the ratio is the inequality of Clauser and Horne, Phys. Rev. D 10,
   * 526 (1974), doi:10.1103/PhysRevD.10.526.
   *
   * @param thetaRad θ in radians, from 0.0001 to π/4
   * @return the smallest sufficient η
   */
  public static double requiredEfficiency(double thetaRad) {
    Require.between("thetaRad", thetaRad, 1e-4, Math.PI / 4);
    double u = -0.66 * thetaRad * Math.sqrt(thetaRad); // where the optimum lies for small θ
    double v = Math.sqrt(thetaRad);
    return new SimplexOptimizer(1e-14, 1e-16)
        .optimize(
            new MaxEval(MAX_EVALUATIONS),
            new ObjectiveFunction(angles -> clauserHorneRatio(thetaRad, angles[0], angles[1])),
            GoalType.MINIMIZE,
            new InitialGuess(new double[] {u, v}),
            new NelderMeadSimplex(new double[] {u / 4, v / 4}))
        .getValue();
  }

  /**
   * The ratio for Alice at polarisation angles π/2 + u, π/2 + v from |0⟩ and Bob at the negatives.
   */
  private static double clauserHorneRatio(double thetaRad, double u, double v) {
    double clicks =
        bothClick(thetaRad, u, u) + 2 * bothClick(thetaRad, u, v) - bothClick(thetaRad, v, v);
    double single =
        square(Math.cos(thetaRad) * Math.sin(u)) + square(Math.sin(thetaRad) * Math.cos(u));
    return clicks <= 0 ? Double.MAX_VALUE : 2 * single / clicks;
  }

  private static double bothClick(double thetaRad, double u, double v) {
    return square(
        Math.cos(thetaRad) * Math.sin(u) * Math.sin(v)
            - Math.sin(thetaRad) * Math.cos(u) * Math.cos(v));
  }

  private static double square(double x) {
    return x * x;
  }
}
