package qnet.data;

/** The schemas of the files on networks, which {@link KitData} names and explains. */
final class NetworkSchemas {
  static final Schema NETWORKS_NODES =
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

  static final Schema NETWORKS_LINKS =
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

  static final Schema COSTS =
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

  static final Schema CLASSICAL_NETWORKS =
      Schema.of(
          "classical-networks",
          Column.text("fact"),
          Column.number("value").atLeast(0),
          Column.text("unit"),
          Column.integer("year").between(1990, 2100),
          Column.text("note").optional(),
          Column.text("source"),
          Column.oneOf("read", "text", "secondary"));

  private NetworkSchemas() {}
}
