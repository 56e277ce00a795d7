package qnet.code;

import java.util.random.RandomGenerator;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Require;
import qnet.state.Gate;
import qnet.state.Measurement;
import qnet.state.StateVector;

/**
 * The three-qubit code: one qubit spread over three, so that a flip of any one of them can be found
 * and undone while nobody learns the amplitudes.
 *
 * <p>α|0⟩ + β|1⟩ → α|000⟩ + β|111⟩
 *
 * <p>Two ancillas read the parities of the first two and the last two qubits. The pair of parities,
 * the syndrome, names the flipped qubit and says nothing of α and β. The phase-flip code is the
 * same between Hadamard gates: α|+++⟩ + β|−−−⟩.
 *
 * <p>P(failure) = 3p² − 2p³ for independent flips of probability p
 *
 * <p>Valid for flips of the kind the code is for. A flip of the other kind is not seen, and three
 * qubits suffer it more often than one.
 *
 * <p>Ignores errors of the gates, the ancillas and the readout.
 *
 * <p>Reference: A. Peres, Phys. Rev. A 32, 3266 (1985), doi:10.1103/PhysRevA.32.3266; P. W. Shor,
 * Phys. Rev. A 52, R2493 (1995), doi:10.1103/PhysRevA.52.R2493; M. A. Nielsen, I. L. Chuang,
 * Quantum Computation and Quantum Information (2000), Sec. 10.1.
 *
 * @param corrects the kind of flip the code is for
 */
public record ThreeQubitCode(Flip corrects) {
  private static final int CHUNK = 1 << 9;
  private static final int QUBITS = 3;

  /** The qubit that each syndrome blames: first parity as the high bit, second as the low one. */
  private static final int[] BLAMED = {-1, 2, 0, 1};

  /** The two kinds of flips of a qubit. */
  public enum Flip {
    /** |0⟩ and |1⟩ are exchanged. */
    BIT,
    /** The sign of |1⟩ changes. */
    PHASE;

    private Gate gate() {
      return this == BIT ? Gate.x() : Gate.z();
    }
  }

  /**
   * The code against bit flips.
   *
   * @return α|000⟩ + β|111⟩
   */
  public static ThreeQubitCode bitFlip() {
    return new ThreeQubitCode(Flip.BIT);
  }

  /**
   * The code against phase flips.
   *
   * @return α|+++⟩ + β|−−−⟩
   */
  public static ThreeQubitCode phaseFlip() {
    return new ThreeQubitCode(Flip.PHASE);
  }

  /**
   * The same code for another kind of flip.
   *
   * @param newCorrects the kind of flip
   * @return the code
   */
  public ThreeQubitCode withCorrects(Flip newCorrects) {
    return new ThreeQubitCode(newCorrects);
  }

  /**
   * Spreads a qubit over three.
   *
   * @param qubit α|0⟩ + β|1⟩
   * @return the block
   */
  public StateVector encode(StateVector qubit) {
    requireQubits(qubit, 1);
    return turned(
        qubit.tensor(StateVector.zero(2)).apply(Gate.cnot(), 0, 1).apply(Gate.cnot(), 0, 2));
  }

  /**
   * Lets one of the three qubits suffer the flip the code is for.
   *
   * @param block three qubits
   * @param qubit which one, from 0 to 2
   * @return the damaged block
   */
  public StateVector flip(StateVector block, int qubit) {
    requireQubits(block, QUBITS);
    return block.apply(corrects.gate(), qubit);
  }

  /**
   * Reads the syndrome with two ancillas; the amplitudes stay as they are.
   *
   * @param block three qubits
   * @param rng the source of randomness, which a block with at most one flip does not need
   * @return the outcome 0 (no flip), 2, 3 or 1 (first, second or third qubit flipped), and the
   *     block after it
   */
  public Measurement<StateVector> syndrome(StateVector block, RandomGenerator rng) {
    requireQubits(block, QUBITS);
    StateVector register =
        turned(block)
            .tensor(StateVector.zero(2))
            .apply(Gate.cnot(), 0, 3)
            .apply(Gate.cnot(), 1, 3)
            .apply(Gate.cnot(), 1, 4)
            .apply(Gate.cnot(), 2, 4);
    var first = register.measure(3, rng);
    var second = first.state().measure(4, rng);
    int outcome = first.outcome() << 1 | second.outcome();
    return new Measurement<>(
        outcome,
        first.probability() * second.probability(),
        turned(leading(second.state(), QUBITS, outcome)));
  }

  /**
   * Undoes the flip that a syndrome names.
   *
   * @param block three qubits
   * @param syndrome the outcome of {@link #syndrome}, from 0 to 3
   * @return the block with that flip undone
   */
  public StateVector correct(StateVector block, int syndrome) {
    Require.between("syndrome", syndrome, 0, BLAMED.length - 1);
    return syndrome == 0 ? block : flip(block, BLAMED[syndrome]);
  }

  /**
   * Gives the one qubit back.
   *
   * @param block a state of the code, as {@link #correct} leaves it
   * @return α|0⟩ + β|1⟩
   * @throws IllegalArgumentException if the block is not in the code
   */
  public StateVector decode(StateVector block) {
    requireQubits(block, QUBITS);
    return leading(turned(block).apply(Gate.cnot(), 0, 1).apply(Gate.cnot(), 0, 2), 1, 0);
  }

  /**
   * What a classical majority vote does to the block: all three qubits are read. The bit is right
   * as often as with the code, but the superposition is gone.
   *
   * @param block three qubits
   * @param rng the source of randomness
   * @return the bit of the majority, and the qubit that is left: |0⟩ or |1⟩
   */
  public Measurement<StateVector> majorityVote(StateVector block, RandomGenerator rng) {
    requireQubits(block, QUBITS);
    StateVector read = turned(block);
    int found = read.sample(rng);
    int bit = Integer.bitCount(found) >= 2 ? 1 : 0;
    return new Measurement<>(bit, read.probability(found), StateVector.basis(bit == 1 ? "1" : "0"));
  }

  /**
   * The probability that two or three qubits are flipped, which the code takes for one or none.
   *
   * @param flipProbability p of one qubit
   * @return 3p² − 2p³
   */
  public double failureProbability(double flipProbability) {
    return BlockCode.repetition(QUBITS).failureProbability(flipProbability);
  }

  /**
   * The probability that the block suffers a flip of the kind the code is not for.
   *
   * <p>(1 − (1 − 2p)³)/2: an odd number of the three is flipped
   *
   * @param flipProbability p of one qubit, for the other kind of flip
   * @return the probability, about 3p
   */
  public double otherFlipProbability(double flipProbability) {
    Require.probability("flipProbability", flipProbability);
    double kept = 1 - 2 * flipProbability;
    return (1 - kept * kept * kept) / 2;
  }

  /**
   * The mean fidelity of a qubit that was encoded, flipped at random, corrected and decoded.
   *
   * <p>F = 1 − (3p² − 2p³)·(1 − |⟨ψ|X|ψ⟩|²), with Z in place of X against phase flips
   *
   * @param qubit the state |ψ⟩
   * @param flipProbability p of each of the three
   * @return F
   */
  public double fidelity(StateVector qubit, double flipProbability) {
    requireQubits(qubit, 1);
    double harmless = qubit.overlap(qubit.apply(corrects.gate(), 0));
    return 1 - failureProbability(flipProbability) * (1 - harmless);
  }

  /**
   * Encodes a qubit, flips each of the three at random, reads the syndrome, corrects and decodes,
   * many times over.
   *
   * @param qubit the state |ψ⟩
   * @param flipProbability p of each of the three
   * @param trials how often, at least 2
   * @param rng the source of randomness
   * @return the mean of the overlap with |ψ⟩
   */
  public Estimate trials(
      StateVector qubit, double flipProbability, long trials, RandomGenerator rng) {
    Require.probability("flipProbability", flipProbability);
    StateVector encoded = encode(qubit);
    double[] sums =
        Parallel.trials(
            trials,
            CHUNK,
            rng,
            (n, random) -> {
              double[] sum = new double[2];
              for (int i = 0; i < n; i++) {
                Parallel.checkInterrupt();
                double overlap = decode(recovered(encoded, flipProbability, random)).overlap(qubit);
                sum[0] += overlap;
                sum[1] += overlap * overlap;
              }
              return sum;
            },
            (a, b) -> new double[] {a[0] + b[0], a[1] + b[1]});
    return Estimate.ofSums(sums[0], sums[1], trials);
  }

  private StateVector recovered(
      StateVector encoded, double flipProbability, RandomGenerator random) {
    StateVector block = encoded;
    for (int q = 0; q < QUBITS; q++) {
      block = random.nextDouble() < flipProbability ? flip(block, q) : block;
    }
    var read = syndrome(block, random);
    return correct(read.state(), read.outcome());
  }

  /** The block between Hadamard gates if the code is for phase flips. */
  private StateVector turned(StateVector block) {
    if (corrects == Flip.BIT) {
      return block;
    }
    StateVector turned = block;
    for (int q = 0; q < QUBITS; q++) {
      turned = turned.apply(Gate.h(), q);
    }
    return turned;
  }

  /** The leading qubits of a register whose other qubits are in a known basis state. */
  private static StateVector leading(StateVector register, int qubits, int rest) {
    int others = register.qubits() - qubits;
    double[] re = new double[1 << qubits];
    double[] im = new double[1 << qubits];
    for (int i = 0; i < re.length; i++) {
      re[i] = register.re(i << others | rest);
      im[i] = register.im(i << others | rest);
    }
    return StateVector.of(re, im);
  }

  private static void requireQubits(StateVector state, int expected) {
    if (state.qubits() != expected) {
      throw new IllegalArgumentException(
          "qubits of the state must be " + expected + ", was " + state.qubits());
    }
  }
}
