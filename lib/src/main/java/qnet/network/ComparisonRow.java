package qnet.network;

/**
 * A row of the comparison of a classical and a quantum network: one number for each, and where it
 * is from.
 *
 * @param feature what is compared, with the unit of both numbers
 * @param classicalValue the classical number
 * @param quantumValue the quantum number
 * @param classical what the classical number says
 * @param quantum what the quantum number says
 * @param classicalSource where the classical number is from
 * @param quantumSource where the quantum number is from
 */
public record ComparisonRow(
    String feature,
    double classicalValue,
    double quantumValue,
    String classical,
    String quantum,
    String classicalSource,
    String quantumSource) {}
