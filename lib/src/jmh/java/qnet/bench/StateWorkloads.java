package qnet.bench;

import java.util.SplittableRandom;
import qnet.state.Bbpssw;
import qnet.state.BellDiagonal;
import qnet.state.Chsh;
import qnet.state.ChshSettings;
import qnet.state.DensityMatrix;
import qnet.state.Gate;
import qnet.state.Purification;
import qnet.state.Werner;

/** The hot paths of the state package. Each returns a number, so that nothing can be left out. */
final class StateWorkloads {
  private static final int PAIRS = 256;
  private static final int STEPS = 10_000;
  private static final int ROUNDS = 100_000_000;

  private final DensityMatrix[] pairs = new DensityMatrix[PAIRS];
  private final BellDiagonal[] noisy = new BellDiagonal[PAIRS];
  private final ChshSettings settings = ChshSettings.standard();
  private final Purification bbpssw = Bbpssw.ideal();
  private final Gate hadamard = Gate.h();
  private final Werner werner = Werner.ofVisibility(0.98);
  private DensityMatrix register = DensityMatrix.maximallyMixed(1);

  StateWorkloads() {
    SplittableRandom rng = new SplittableRandom(1);
    for (int i = 0; i < PAIRS; i++) {
      pairs[i] = DensityMatrix.random(2, rng);
      noisy[i] = Werner.ofFidelity(0.7 + 0.2 * rng.nextDouble()).bellDiagonal();
    }
    noisy[0] = Werner.ofVisibility(0.9).bellDiagonal();
  }

  void addTo(Workloads workloads) {
    workloads.add("chsh value", PAIRS, this::chshValues);
    workloads.add("purification step", STEPS, this::purificationSteps);
    workloads.add("gate on 10 qubits", 1, this::gateOnTenQubits);
    workloads.add("chsh rounds", ROUNDS, this::chshRounds);
  }

  double chshValues() {
    double sum = 0;
    for (DensityMatrix pair : pairs) {
      sum += Chsh.value(pair, settings);
    }
    return sum / PAIRS;
  }

  double purificationSteps() {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += bbpssw.purify(noisy[i % PAIRS]).fidelity();
    }
    return sum / STEPS;
  }

  double gateOnTenQubits() {
    if (register.qubits() != 10) {
      register = DensityMatrix.random(10, new SplittableRandom(2));
    }
    register = register.apply(hadamard, 1);
    return register.matrix().re(3, 5);
  }

  double chshRounds() {
    return Chsh.rounds(werner, ROUNDS, new SplittableRandom(3)).s().mean();
  }
}
