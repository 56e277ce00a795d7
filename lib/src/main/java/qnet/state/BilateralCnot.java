package qnet.state;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;

/**
 * The heart of both recurrence protocols: CNOTs on either side from the kept pair to the sacrificed
 * one, which is then measured; the kept pair survives if the two bits agree.
 *
 * <p>Bit errors spread from kept to sacrificed, phase errors from sacrificed to kept. Noise: with
 * probability 1 − p₂² at least one of the two gates failed and all four qubits are left in noise; a
 * read-out is right with probability η.
 *
 * @param gateReliability p₂
 * @param measurementReliability η
 */
record BilateralCnot(double gateReliability, double measurementReliability) {
  private static final int CHUNK = 1 << 16;

  BilateralCnot {
    Require.probability("gateReliability", gateReliability);
    Require.probability("measurementReliability", measurementReliability);
  }

  PurificationResult purify(BellDiagonal kept, BellDiagonal sacrificed) {
    double works = gateReliability * gateReliability;
    double eta = measurementReliability;
    double same = works * (eta * eta + (1 - eta) * (1 - eta));
    double different = works * 2 * eta * (1 - eta);
    double noise = (1 - works) / 8; // half of the maximally mixed pairs pass, ¼ in each Bell state
    double a = sacrificed.phiPlus();
    double b = sacrificed.phiMinus();
    double c = sacrificed.psiPlus();
    double d = sacrificed.psiMinus();
    // weights of the sacrificed pair as they count for a kept pair without and with a bit error
    double even = same * a + different * c;
    double evenPhase = same * b + different * d;
    double odd = same * c + different * a;
    double oddPhase = same * d + different * b;
    double phiPlus = kept.phiPlus() * even + kept.phiMinus() * evenPhase + noise;
    double phiMinus = kept.phiPlus() * evenPhase + kept.phiMinus() * even + noise;
    double psiPlus = kept.psiPlus() * odd + kept.psiMinus() * oddPhase + noise;
    double psiMinus = kept.psiPlus() * oddPhase + kept.psiMinus() * odd + noise;
    double success = phiPlus + phiMinus + psiPlus + psiMinus;
    if (success == 0) {
      return new PurificationResult(BellDiagonal.of(0.25, 0.25, 0.25, 0.25), 0);
    }
    return new PurificationResult(
        BellDiagonal.normalised(phiPlus, phiMinus, psiPlus, psiMinus), Math.min(1, success));
  }

  /**
   * Draws the errors of both pairs, the failure of the gates and the read-outs, attempt by attempt.
   */
  PurificationTrials trials(
      BellDiagonal kept, BellDiagonal sacrificed, long attempts, RandomGenerator rng) {
    long[] counts =
        Parallel.counts(
            attempts, CHUNK, rng, 2, (random, count) -> attempt(kept, sacrificed, random, count));
    Estimate fidelity =
        counts[0] == 0
            ? new Estimate(Double.NaN, Double.NaN, 0, 1, 0)
            : Estimate.ofCount(counts[1], counts[0]);
    return new PurificationTrials(Estimate.ofCount(counts[0], attempts), fidelity);
  }

  private void attempt(
      BellDiagonal kept, BellDiagonal sacrificed, RandomGenerator random, long[] count) {
    int control = PauliError.draw(kept, random);
    int target = PauliError.draw(sacrificed, random);
    int after = control ^ PauliError.phase(target);
    int disagree = PauliError.bit(target) ^ PauliError.bit(control);
    if (random.nextDouble() >= gateReliability || random.nextDouble() >= gateReliability) {
      after = PauliError.drawAny(random);
      disagree = PauliError.bit(PauliError.drawAny(random));
    }
    disagree ^= random.nextDouble() >= measurementReliability ? 1 : 0;
    disagree ^= random.nextDouble() >= measurementReliability ? 1 : 0;
    if (disagree == 0) {
      count[0]++;
      count[1] += after == PauliError.NONE ? 1 : 0;
    }
  }
}
