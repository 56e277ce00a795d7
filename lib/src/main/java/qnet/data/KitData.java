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
   * Nodes of quantum networks that were built, one node a row.
   *
   * <p>Where {@code status} is {@code assumed}, the node or its place is no published one. A row
   * without coordinates is a satellite.
   */
  public static final Schema NETWORKS_NODES =
      Schema.of(
          "networks-nodes",
          Column.text("network"),
          Column.text("node_id"),
          Column.text("node_name"),
          Column.text("country").optional(),
          Column.number("latitude_deg").between(-90, 90).optional(),
          Column.number("longitude_deg").between(-180, 180).optional(),
          Column.oneOf(
              "role",
              "trusted node",
              "user",
              "ground station",
              "satellite",
              "repeater",
              "untrusted station",
              "memory node",
              "testbed site",
              "network summary"),
          Column.oneOf("status", "published", "assumed"),
          Column.oneOf("coord_basis", "published", "city", "interpolated").optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary", "assumed"));

  /** Links of quantum networks that were built, one link a row; rates are of the secret key. */
  public static final Schema NETWORKS_LINKS =
      Schema.of(
          "networks-links",
          Column.text("network"),
          Column.text("link_id"),
          Column.text("node_a"),
          Column.text("node_b"),
          Column.oneOf("medium", "fibre", "free space", "satellite", "two downlinks"),
          Column.number("length_km").atLeast(0).optional(),
          Column.number("loss_db").atLeast(0).optional(),
          Column.number("rate_bps").atLeast(0).optional(),
          Column.text("protocol").optional(),
          Column.oneOf("status", "published", "assumed"),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary", "assumed"));

  /** Published amounts of money, one a row; {@code price_of} names those a plan computes with. */
  public static final Schema COSTS =
      Schema.of(
          "costs",
          Column.text("item"),
          Column.oneOf(
              "category",
              "link",
              "system",
              "component",
              "fibre",
              "satellite",
              "network programme",
              "national programme",
              "market forecast"),
          Column.integer("year").between(1990, 2100),
          Column.number("amount_low").atLeast(0),
          Column.number("amount_high").atLeast(0).optional(),
          Column.text("currency"),
          Column.text("unit"),
          Column.oneOf("price_of", "pair", "cooled detectors", "site", "fibre km", "satellite")
              .optional(),
          Column.number("low_usd").atLeast(0).optional(),
          Column.number("high_usd").atLeast(0).optional(),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  /** Numbers of classical networks that the quantum ones are compared with, one a row. */
  public static final Schema CLASSICAL_NETWORKS =
      Schema.of(
          "classical-networks",
          Column.text("fact"),
          Column.number("value").atLeast(0),
          Column.text("unit"),
          Column.integer("year").between(1990, 2100),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  private static final List<Schema> SCHEMAS =
      List.of(
          QKD_EXPERIMENTS,
          DETECTORS,
          SOURCES,
          ATTACKS,
          NETWORKS_NODES,
          NETWORKS_LINKS,
          COSTS,
          CLASSICAL_NETWORKS,
          LEDGER);

  private KitData() {}

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
