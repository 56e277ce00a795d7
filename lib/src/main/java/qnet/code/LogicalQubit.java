package qnet.code;

/**
 * A logical qubit of the surface code: its size and how often it fails.
 *
 * @param distance d; 0 if no distance suffices
 * @param physicalQubits 2d² − 1, the qubits of the patch; NaN if there is none
 * @param routedQubits 2(d + 1)², with room to route beside it; NaN if there is none
 * @param logicalErrorRate ε_d per cycle; NaN if there is none
 * @param limit why there is none, "" if there is one
 */
public record LogicalQubit(
    int distance,
    double physicalQubits,
    double routedQubits,
    double logicalErrorRate,
    String limit) {
  static LogicalQubit none(String limit) {
    return new LogicalQubit(0, Double.NaN, Double.NaN, Double.NaN, limit);
  }
}
