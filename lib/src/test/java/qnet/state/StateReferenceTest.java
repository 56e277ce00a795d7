package qnet.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every row of reference/state.csv against the kit. */
class StateReferenceTest {
  private static final Map<String, ToDoubleFunction<double[]>> QUANTITIES = new HashMap<>();

  private static final StateVector ZERO = StateVector.zero(1);
  private static final StateVector PLUS = ZERO.apply(Gate.h(), 0);

  static {
    put("tsirelson bound", x -> Chsh.optimal(Bell.phiPlus()));
    put(
        "visibility that violates CHSH",
        x -> root(0, 1, w -> Werner.ofVisibility(w).chsh() - Chsh.LOCAL_BOUND));
    put(
        "fidelity that violates CHSH",
        x -> root(0.5, 1, f -> Werner.ofFidelity(f).chsh() - Chsh.LOCAL_BOUND));
    put("chsh of Werner", x -> Werner.ofFidelity(x[0]).chsh());
    put("optimal chsh of Werner density matrix", x -> Chsh.optimal(matrix(x[0])));
    put(
        "optimal chsh after one-sided dephasing",
        x -> Chsh.optimal(Bell.phiPlus().densityMatrix().apply(Noise.dephasing(x[0]), 0)));
    put(
        "Bell-diagonal chsh after one-sided dephasing",
        x -> BellDiagonal.perfect().dephased(x[0]).chsh());
    put(
        "separable fidelity",
        x -> root(0.3, 0.9, f -> Entanglement.negativity(matrix(f), 0) > 1e-14 ? 1 : -1));
    put("chsh game quantum", x -> ChshGame.quantumOptimum(Bell.psiMinus()));
    put("chsh game classical", x -> ChshGame.classicalOptimum());
    put("local p-value of a won game", x -> ChshGame.localPValue((int) x[0], (int) x[1]));
    put("mermin quantum", x -> Mermin.value(StateVector.ghz((int) x[0])));
    put("mermin local", x -> Mermin.localBound((int) x[0]));
    put("ghz game quantum", x -> GhzGame.winProbability(StateVector.ghz((int) x[0])));
    put("ghz game classical", x -> GhzGame.classicalOptimum((int) x[0]));
    put("concurrence of Werner", x -> Werner.ofFidelity(x[0]).concurrence());
    put("general concurrence of Werner", x -> Entanglement.concurrence(matrix(x[0])));
    put("formation of Werner", x -> Werner.ofFidelity(x[0]).entanglementOfFormation());
    put("general formation of Werner", x -> Entanglement.entanglementOfFormation(matrix(x[0])));
    put("log negativity of Werner", x -> Werner.ofFidelity(x[0]).logNegativity());
    put("general log negativity of Werner", x -> Entanglement.logNegativity(matrix(x[0]), 1));
    put(
        "relative entropy of entanglement of Werner",
        x -> Werner.ofFidelity(x[0]).relativeEntropyOfEntanglement());
    put("hashing yield of Werner", x -> Werner.ofFidelity(x[0]).hashingYield());
    put(
        "fidelity of zero hashing yield",
        x -> root(0.5, 1, f -> 1 - Werner.ofFidelity(f).entropyBits()));
    put(
        "1 - 1.5 Q at the six-state threshold",
        x -> 1 - 1.5 * root(0.2, 0.01, q -> 1 - Entropy.shannon(1 - 1.5 * q, q / 2, q / 2, q / 2)));
    put("superdense capacity of Werner", x -> SuperdenseCoding.capacityBits(matrix(x[0])));
    put(
        "teleportation fidelity of Werner",
        x -> Teleportation.averageFidelity(Werner.ofFidelity(x[0])));
    put("resource of teleportation fidelity", x -> Teleportation.resourceFidelity(x[0]));
    put(
        "swapped Werner fidelity",
        x -> Swap.of(Werner.ofFidelity(x[0]), Werner.ofFidelity(x[1])).fidelity());
    put("chain fidelity", x -> chain(x[0], x[1]).fidelity());
    put("chain error rate", x -> chain(x[0], x[1]).errorRateZ());
    put("chain 1 - 2h(Q)", x -> 1 - 2 * Entropy.binary(chain(x[0], x[1]).errorRateX()));
    put(
        "links with a BB84 key",
        x -> Swap.ideal().maxLinks(werner(x[0]), pair -> pair.secretFraction() > 0));
    put("fidelity for a BB84 key", x -> Werner.minFidelity(pair -> pair.secretFraction() > 0));
    put("fidelity for a CHSH violation", x -> Werner.minFidelity(pair -> pair.chsh() > 2));
    put("fidelity for hashing", x -> Werner.minFidelity(pair -> pair.hashingYield() > 0));
    put("secret fraction of Werner", x -> werner(x[0]).secretFraction());
    put(
        "concurrence of two of a W state",
        x -> Entanglement.concurrence(StateVector.w((int) x[0]).densityMatrix().reduced(0, 1)));
    put("bbpssw fidelity", x -> Bbpssw.ideal().purify(werner(x[0])).fidelity());
    put("bbpssw success", x -> Bbpssw.ideal().purify(werner(x[0])).successProbability());
    put("bbpssw fidelity after rounds", x -> last(Bbpssw.ideal(), werner(x[0]), x[1]).fidelity());
    put("dejmps fidelity after rounds", x -> last(Dejmps.ideal(), werner(x[0]), x[1]).fidelity());
    put(
        "dejmps success in round",
        x -> last(Dejmps.ideal(), werner(x[0]), x[1]).successProbability());
    put(
        "dejmps fidelity of phase-flipped pairs",
        x -> last(Dejmps.ideal(), BellDiagonal.perfect().dephased(x[0]), x[1]).fidelity());
    put(
        "dejmps success of phase-flipped pairs",
        x ->
            last(Dejmps.ideal(), BellDiagonal.perfect().dephased(x[0]), x[1]).successProbability());
    put(
        "noisy swap fidelity",
        x -> new Swap(x[2], x[3]).join(werner(x[0]), werner(x[1])).fidelity());
    put("noisy bbpssw fidelity", x -> new Bbpssw(true, x[1], x[2]).purify(werner(x[0])).fidelity());
    put(
        "noisy bbpssw success",
        x -> new Bbpssw(true, x[1], x[2]).purify(werner(x[0])).successProbability());
    put(
        "BB84 errors of intercept-resend",
        x -> resendErrors(Direction.inPlane(x[0]), Direction.ofZ(), Direction.ofX()));
    put(
        "BB84 guess of the bit",
        x -> ZERO.densityMatrix().expectation(Direction.inPlane(x[0]).projector(), 0));
    put(
        "six-state errors of intercept-resend",
        x ->
            List.of(Direction.ofX(), Direction.ofY(), Direction.ofZ()).stream()
                .mapToDouble(
                    eve -> resendErrors(eve, Direction.ofX(), Direction.ofY(), Direction.ofZ()))
                .average()
                .orElseThrow());
    put(
        "unambiguous discrimination of 0 and +",
        x -> Discrimination.unambiguousProbability(ZERO, PLUS));
    put("guess of 0 or +", x -> Discrimination.guessProbability(ZERO, PLUS));
    put(
        "fidelity of a dephasing memory",
        x -> MemoryDecay.dephasing(x[1]).storeOne(BellDiagonal.perfect(), x[0]).fidelity());
    put(
        "fidelity of two depolarising memories",
        x -> {
          double lost = 1 - Math.exp(-x[0] / x[1]);
          return BellDiagonal.perfect().depolarised(lost).depolarised(lost).fidelity();
        });
    put("visibility for a CHSH value", x -> root(0, 1, w -> Werner.ofVisibility(w).chsh() - x[0]));
    put("fidelity for a CHSH value", x -> root(0.5, 1, f -> Werner.ofFidelity(f).chsh() - x[0]));
    put(
        "weight after dephasing and depolarising",
        x -> {
          BellDiagonal p =
              BellDiagonal.perfect().dephased(0.1).pauliError(0.1 / 3, 0.1 / 3, 0.1 / 3);
          return List.of(p.phiPlus(), p.phiMinus(), p.psiPlus(), p.psiMinus()).get((int) x[0]);
        });
    put("fidelity of visibility", x -> Werner.ofVisibility(x[0]).fidelity());
    put("success with a sacrificed pair after Z", x -> afterError(0, 0, 1).successProbability());
    put("fidelity with a sacrificed pair after Z", x -> afterError(0, 0, 1).fidelity());
    put("success with a sacrificed pair after X", x -> afterError(1, 0, 0).successProbability());
    put("success with a sacrificed pair after Y", x -> afterError(0, 1, 0).successProbability());
    put("cloning fidelity", x -> Cloning.fidelity((int) x[0], (int) x[1]));
    put("measuring fidelity", x -> Cloning.measuringFidelity((int) x[0]));
    put("phase covariant cloning", x -> Cloning.phaseCovariantFidelity());
    put(
        "efficiency for a Bell pair",
        x -> DetectionLoophole.requiredEfficiency(Bell.phiPlus(), ChshSettings.standard()));
    put("searched efficiency", x -> DetectionLoophole.requiredEfficiency(x[0]));
  }

  private static void put(String quantity, ToDoubleFunction<double[]> computation) {
    QUANTITIES.put(quantity, computation);
  }

  @ParameterizedTest(name = "{0} {1} ({2})")
  @CsvFileSource(resources = "/reference/state.csv", numLinesToSkip = 1, encoding = "UTF-8")
  void reference(
      String id, String quantity, String inputs, double expected, double tolerance, String source) {
    assertNotNull(source, id);
    ToDoubleFunction<double[]> computation = QUANTITIES.get(quantity);
    assertNotNull(computation, quantity);
    double[] values =
        inputs == null
            ? new double[0]
            : Arrays.stream(inputs.split(";")).mapToDouble(Double::parseDouble).toArray();
    assertEquals(expected, computation.applyAsDouble(values), tolerance, source);
  }

  private static BellDiagonal werner(double fidelity) {
    return Werner.ofFidelity(fidelity).bellDiagonal();
  }

  private static DensityMatrix matrix(double fidelity) {
    return Werner.ofFidelity(fidelity).densityMatrix();
  }

  private static BellDiagonal chain(double fidelity, double links) {
    return Swap.ideal().chain(werner(fidelity), (int) links);
  }

  private static PurificationRound last(Purification protocol, BellDiagonal pair, double rounds) {
    return protocol.rounds(pair, (int) rounds).get((int) rounds - 1);
  }

  private static PurificationResult afterError(double pX, double pY, double pZ) {
    return Bbpssw.ideal()
        .withTwirled(false)
        .purify(BellDiagonal.perfect(), BellDiagonal.perfect().pauliError(pX, pY, pZ));
  }

  /** Mean error over the states of some bases, when Eve measures along her own and resends. */
  private static double resendErrors(Direction eve, Direction... bases) {
    return Arrays.stream(bases)
        .mapToDouble(
            basis -> {
              StateVector sent = StateVector.qubit(basis);
              return 1 - Cloning.measureAndResend(sent, eve).fidelity(sent);
            })
        .average()
        .orElseThrow();
  }

  private static double root(double negative, double positive, DoubleUnaryOperator f) {
    double low = negative;
    double high = positive;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (f.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
