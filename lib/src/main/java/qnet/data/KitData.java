package qnet.data;

import java.util.List;

/**
 * The data files of the kit, each with its schema.
 *
 * <p>Every row names its {@code source}, and {@code read} says how its numbers were obtained:
 * {@code text} in the paper's own text, {@code secondary} in another document. An empty cell means
 * "not known".
 */
public final class KitData {
  /**
   * Published QKD experiments, one measured point a row.
   *
   * <p>Distances are of fibre or of the line of sight; a key rate is that of the secret key.
   */
  public static final Schema QKD_EXPERIMENTS =
      Schema.of(
          "qkd-experiments",
          Column.integer("year").between(1984, 2100),
          Column.text("first_author"),
          Column.text("protocol"),
          Column.text("medium"),
          Column.number("distance_km").atLeast(0).optional(),
          Column.number("channel_loss_db").atLeast(0).optional(),
          Column.number("key_rate_bps").atLeast(0).optional(),
          Column.number("key_rate_bits_per_pulse").atLeast(0).optional(),
          Column.number("clock_rate_hz").atLeast(0).optional(),
          Column.number("qber").between(0, 1).optional(),
          Column.text("detector_type").optional(),
          Column.bool("finite_key").optional(),
          Column.oneOf("deployed", "lab", "field").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /** Attacks on implementations: what fails, and what answers it, one attack a row. */
  public static final Schema ATTACKS =
      Schema.of(
          "attacks",
          Column.integer("year").between(1984, 2100).optional(),
          Column.text("attack"),
          Column.text("target"),
          Column.text("breaks"),
          Column.text("demonstrated_on").optional(),
          Column.text("result").optional(),
          Column.text("countermeasure"),
          Column.text("answered_by").optional(),
          Column.text("model").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /**
   * Published single-photon detectors; {@code preset} names those of {@code qnet.channel.Detector}.
   */
  public static final Schema DETECTORS =
      Schema.of(
          "detectors",
          Column.text("name"),
          Column.text("kind"),
          Column.integer("year").between(1990, 2100).optional(),
          Column.number("wavelength_nm").atLeast(0).optional(),
          Column.number("efficiency").between(0, 1).optional(),
          Column.number("dark_count_rate_hz").atLeast(0).optional(),
          Column.number("dark_count_probability_per_gate").between(0, 1).optional(),
          Column.number("jitter_ps").atLeast(0).optional(),
          Column.number("dead_time_ns").atLeast(0).optional(),
          Column.number("afterpulse_probability").between(0, 1).optional(),
          Column.number("temperature_k").atLeast(0).optional(),
          Column.number("gate_rate_hz").atLeast(0).optional(),
          Column.number("max_count_rate_hz").atLeast(0).optional(),
          Column.text("preset").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /**
   * The ledger: numbers from papers that the kit must compute, one number a row.
   *
   * <p>Where {@code read} is {@code recomputed}, the value is printed nowhere and was computed from
   * the formula without the kit.
   */
  public static final Schema LEDGER =
      Schema.of(
          "ledger",
          Column.text("id"),
          Column.text("model"),
          Column.text("quantity"),
          Column.text("equation"),
          Column.number("published_value"),
          Column.number("relative_tolerance").between(0, 1),
          Column.text("disagreement").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary", "recomputed"));

  /** Published light sources; {@code preset} names those of {@code qnet.channel.Source}. */
  public static final Schema SOURCES =
      Schema.of(
          "sources",
          Column.text("name"),
          Column.text("kind"),
          Column.integer("year").between(1990, 2100).optional(),
          Column.number("wavelength_nm").atLeast(0).optional(),
          Column.number("repetition_rate_hz").atLeast(0).optional(),
          Column.number("pair_rate_hz").atLeast(0).optional(),
          Column.number("efficiency").between(0, 1).optional(),
          Column.number("g2_zero").between(0, 1).optional(),
          Column.text("preset").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /**
   * Published memories, repeater nodes and remote entanglement; {@code preset} names those of
   * {@code qnet.channel.Memory}.
   */
  public static final Schema MEMORIES =
      Schema.of(
          "memories",
          Column.integer("year").between(1990, 2100),
          Column.text("first_author"),
          Column.text("platform"),
          Column.text("experiment").optional(),
          Column.oneOf(
              "kind",
              "storage",
              "spin coherence",
              "storage of entanglement",
              "atom-photon entanglement",
              "remote entanglement",
              "repeater node"),
          Column.number("storage_time_s").atLeast(0).optional(),
          Column.text("storage_time_kind").optional(),
          Column.number("efficiency").between(0, 1).optional(),
          Column.number("fidelity").between(0, 1).optional(),
          Column.number("entanglement_rate_hz").atLeast(0).optional(),
          Column.number("distance_km").atLeast(0).optional(),
          Column.number("fibre_length_km").atLeast(0).optional(),
          Column.number("temperature_k").atLeast(0).optional(),
          Column.number("wavelength_nm").atLeast(0).optional(),
          Column.text("preset").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /**
   * Satellites for quantum communication, and measured losses of their links; {@code preset} names
   * those of {@code qnet.channel.SatelliteLink}.
   */
  public static final Schema SATELLITES =
      Schema.of(
          "satellites",
          Column.text("satellite"),
          Column.text("operator"),
          Column.text("country"),
          Column.text("launch_date").optional(),
          Column.text("status"),
          Column.number("altitude_km").atLeast(0).optional(),
          Column.text("orbit").optional(),
          Column.number("mass_kg").atLeast(0).optional(),
          Column.number("payload_mass_kg").atLeast(0).optional(),
          Column.number("tx_aperture_m").atLeast(0).optional(),
          Column.number("beam_divergence_urad").atLeast(0).optional(),
          Column.number("ground_aperture_m").atLeast(0).optional(),
          Column.number("wavelength_nm").atLeast(0).optional(),
          Column.number("link_distance_km").atLeast(0).optional(),
          Column.number("link_loss_min_db").atLeast(0).optional(),
          Column.number("link_loss_max_db").atLeast(0).optional(),
          Column.text("published_rate").optional(),
          Column.text("preset").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /** Published logical qubits, what they cost and how well they keep, one result a row. */
  public static final Schema ERROR_CORRECTION =
      Schema.of(
          "error-correction",
          Column.integer("year").between(1995, 2100),
          Column.text("group"),
          Column.text("platform"),
          Column.text("code"),
          Column.oneOf("kind", "experiment", "theory", "resource estimate"),
          Column.integer("distance").atLeast(1).optional(),
          Column.number("physical_qubits").atLeast(1).optional(),
          Column.integer("logical_qubits").atLeast(1).optional(),
          Column.number("physical_per_logical").atLeast(1).optional(),
          Column.number("physical_error_rate").between(0, 1).optional(),
          Column.number("logical_error_rate").between(0, 1).optional(),
          Column.oneOf("logical_error_unit", "per cycle", "per circuit").optional(),
          Column.number("lambda").atLeast(0).optional(),
          Column.number("gain_over_physical").atLeast(0).optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /** Dated statements: surveys, forecasts, standards, targets and positions, one a row. */
  public static final Schema STATEMENTS =
      Schema.of(
          "statements",
          Column.text("date").optional(),
          Column.text("issuer"),
          Column.oneOf(
              "kind",
              "event",
              "expert survey",
              "forecast",
              "policy",
              "position",
              "resource estimate",
              "standard",
              "target"),
          Column.text("topic"),
          Column.text("statement"),
          Column.number("value_low").optional(),
          Column.number("value_high").optional(),
          Column.text("unit").optional(),
          Column.integer("horizon_year").between(2000, 2200).optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /** How long data must stay secret, one kind of data a row; some are assumed. */
  public static final Schema SECTORS =
      Schema.of(
          "sectors",
          Column.text("sector"),
          Column.text("data"),
          Column.number("lifetime_years").atLeast(0),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary", "assumed"));

  /** The scenarios of {@code qnet.timeline}: one milestone with its distribution a row. */
  public static final Schema MILESTONES =
      Schema.of(
          "milestones",
          Column.text("scenario"),
          Column.text("milestone"),
          Column.text("cause"),
          Column.text("requires").optional(),
          Column.number("start_year").between(1900, 2200),
          Column.number("median_year").between(1900, 3000),
          Column.number("p90_year").between(1900, 3000),
          Column.number("ever_probability").between(0, 1),
          Column.number("lag_years").between(0, 1000),
          Column.number("cause_share").between(0, 1),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary", "assumed"));

  /** Accelerators, delays and regions of {@code qnet.timeline}: one shift of a cause a row. */
  public static final Schema WHAT_IFS =
      Schema.of(
          "what-ifs",
          Column.text("name"),
          Column.oneOf("kind", "accelerator", "delay", "region"),
          Column.text("target"),
          Column.number("delay_factor").between(0.01, 100),
          Column.number("ever_factor").between(0, 100),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary", "assumed"));

  /** Streams of ordinary data, to compare key rates with, one stream a row. */
  public static final Schema TRAFFIC =
      Schema.of(
          "traffic",
          Column.text("name"),
          Column.number("bits_per_second").atLeast(0),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /**
   * The claims of a popular article, one a row, with the threshold that decides each.
   *
   * <p>The value that is compared with it is computed from {@code decided_by}: a model, or a data
   * file of the kit.
   */
  public static final Schema CLAIMS =
      Schema.of(
          "claims",
          Column.text("id"),
          Column.text("topic"),
          Column.text("claim"),
          Column.text("decided_by").optional(),
          Column.text("quantity").optional(),
          Column.oneOf("comparison", "at least", "at most").optional(),
          Column.number("threshold").optional(),
          verdict("if_so"),
          verdict("if_not"),
          Column.text("because"),
          Column.text("source"),
          Column.text("date"),
          Column.oneOf("read", "text", "secondary", "recomputed"));

  /**
   * Nodes of quantum networks that were built, one node a row.
   *
   * <p>Where {@code status} is {@code assumed}, the node or its place is no published one. A row
   * without coordinates is a satellite.
   */
  public static final Schema NETWORKS_NODES = NetworkSchemas.NETWORKS_NODES;

  /** Links of quantum networks that were built, one link a row; rates are of the secret key. */
  public static final Schema NETWORKS_LINKS = NetworkSchemas.NETWORKS_LINKS;

  /** Published amounts of money, one a row; {@code price_of} names those a plan computes with. */
  public static final Schema COSTS = NetworkSchemas.COSTS;

  /** Numbers of classical networks that the quantum ones are compared with, one a row. */
  public static final Schema CLASSICAL_NETWORKS = NetworkSchemas.CLASSICAL_NETWORKS;

  private static final List<Schema> SCHEMAS =
      List.of(
          QKD_EXPERIMENTS,
          DETECTORS,
          SOURCES,
          MEMORIES,
          SATELLITES,
          ATTACKS,
          LEDGER,
          ERROR_CORRECTION,
          STATEMENTS,
          SECTORS,
          MILESTONES,
          WHAT_IFS,
          TRAFFIC,
          CLAIMS,
          NETWORKS_NODES,
          NETWORKS_LINKS,
          COSTS,
          CLASSICAL_NETWORKS);

  private KitData() {}

  private static Column verdict(String name) {
    return Column.oneOf(
        name, "holds", "holds with a condition", "outdated", "wrong", "not checkable");
  }

  /**
   * The schemas of all data files.
   *
   * @return one schema a file
   */
  public static List<Schema> schemas() {
    return SCHEMAS;
  }

  /**
   * The schema of a data file.
   *
   * @param name the name of the file without {@code .csv}
   * @return its schema
   * @throws IllegalArgumentException if the kit has no such file
   */
  public static Schema schema(String name) {
    return SCHEMAS.stream()
        .filter(schema -> schema.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "name must be one of "
                        + SCHEMAS.stream().map(Schema::name).toList()
                        + ", was \""
                        + name
                        + "\""));
  }

  /**
   * The rows of a data file, from the kit's jar.
   *
   * @param schema one of {@link #schemas()}
   * @return its rows in order
   */
  public static List<DataRow> rows(Schema schema) {
    return Csv.resource("data", schema);
  }
}
