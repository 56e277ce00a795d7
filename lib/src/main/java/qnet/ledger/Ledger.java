package qnet.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.run.Parallel;

/**
 * Every formula of the kit against a number that was published, or computed without the kit: the
 * rows of data/ledger.csv, each with what the kit computes now.
 *
 * <p>Nothing is remembered: a row is computed whenever it is asked for, on all cores.
 */
public final class Ledger {
  /** From the id of a row to its computation, one map for each part of the kit. */
  private static final List<Map<String, DoubleSupplier>> PARTS =
      List.of(
          StateLedger.ROWS,
          ChannelLedger.ROWS,
          SpaceLedger.ROWS,
          LimitLedger.ROWS,
          QkdLedger.ROWS,
          WeakPulseLedger.ROWS,
          StationLedger.ROWS,
          RepeaterLedger.ROWS,
          CvLedger.ROWS,
          FiniteLedger.ROWS,
          SecurityLedger.ROWS,
          PostprocessLedger.ROWS,
          CodeLedger.ROWS,
          TimelineLedger.ROWS,
          ApplicationLedger.ROWS,
          NetworkLedger.ROWS);

  private Ledger() {}

  /**
   * The whole ledger.
   *
   * @return all rows, in the order of the file
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static List<LedgerRow> rows() {
    return compute(KitData.rows(KitData.LEDGER));
  }

  /**
   * The rows of one package or one model.
   *
   * @param part a package or a class as in the first column: "qkd", "state.Swap"
   * @return its rows, in the order of the file
   * @throws IllegalArgumentException if the ledger has none
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static List<LedgerRow> of(String part) {
    var all = KitData.rows(KitData.LEDGER);
    var rows = all.stream().filter(row -> belongs(row.text("model"), part)).toList();
    if (rows.isEmpty()) {
      var parts = all.stream().map(row -> packageOf(row.text("model"))).distinct().toList();
      throw new IllegalArgumentException(
          "part must be one of " + parts + " or a class of them, was \"" + part + "\"");
    }
    return compute(rows);
  }

  private static boolean belongs(String model, String part) {
    return model.equals(part) || packageOf(model).equals(part);
  }

  private static String packageOf(String model) {
    return model.substring(0, model.indexOf('.'));
  }

  private static List<LedgerRow> compute(List<DataRow> rows) {
    var computations = computations();
    return Parallel.map(
        rows.size(),
        i -> LedgerRow.of(rows.get(i), computations.get(rows.get(i).text("id")).getAsDouble()));
  }

  /** The computations of all parts by the id of their row. */
  static Map<String, DoubleSupplier> computations() {
    var computations = new HashMap<String, DoubleSupplier>();
    PARTS.forEach(computations::putAll);
    return computations;
  }
}
