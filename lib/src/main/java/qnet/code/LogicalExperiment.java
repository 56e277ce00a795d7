package qnet.code;

import java.util.List;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * A logical qubit that was built and measured: a row of data/error-correction.csv with a logical
 * error rate per cycle.
 *
 * @param year the year of publication
 * @param group who built it
 * @param code the code it used
 * @param distance its distance
 * @param physicalPerLogical physical qubits for the one logical; NaN if not known
 * @param logicalErrorRate the measured error per cycle
 * @param lambda the measured suppression per step of the distance by 2; NaN if not known
 * @param source paper and part
 */
public record LogicalExperiment(
    int year,
    String group,
    String code,
    int distance,
    double physicalPerLogical,
    double logicalErrorRate,
    double lambda,
    String source) {
  /**
   * All experiments of a code whose error per cycle was published.
   *
   * @param code the code: "surface code", "repetition code"
   * @return the experiments, by year as in the file
   * @throws IllegalArgumentException if there is none
   */
  public static List<LogicalExperiment> published(String code) {
    var all =
        KitData.rows(KitData.ERROR_CORRECTION).stream()
            .filter(row -> row.has("logical_error_rate") && row.has("distance"))
            .filter(row -> row.text("logical_error_unit").equals("per cycle"))
            .map(LogicalExperiment::of)
            .toList();
    Require.oneOf("code", code, all.stream().map(LogicalExperiment::code).distinct().toList());
    return all.stream().filter(experiment -> experiment.code.equals(code)).toList();
  }

  private static LogicalExperiment of(DataRow row) {
    return new LogicalExperiment(
        (int) row.integer("year"),
        row.text("group"),
        row.text("code"),
        (int) row.integer("distance"),
        row.number("physical_per_logical"),
        row.number("logical_error_rate"),
        row.number("lambda"),
        row.text("source"));
  }

  /**
   * The law of the surface code through this measurement.
   *
   * @return the law
   * @throws IllegalArgumentException if Λ was not measured
   */
  public SurfaceCode law() {
    return SurfaceCode.ofMeasurement(distance, logicalErrorRate, lambda);
  }
}
