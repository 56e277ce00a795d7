package qnet.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import qnet.channel.Link;
import qnet.data.DataRow;
import qnet.data.KitData;

/** What the abstracts of famous experiments say, in the data file and against the bound. */
class PublishedRecordsTest {
  @Test
  void twinFieldOverAThousandKilometresIsFarAboveTheBound() {
    DataRow row = experiment("Liu", 2023, 1002, 9.53e-12); // doi:10.1103/PhysRevLett.130.210801
    double bound = Plob.bitsPerUse(Link.ofLossDb(row.number("channel_loss_db")));
    assertEquals(2.68e-16, bound, 0.02e-16);
    assertEquals(3e4, row.number("key_rate_bits_per_pulse") / bound, 1e4);
    experiment("Liu", 2023, 952, 8.75e-12);
    experiment("Liu", 2023, 1002, 3.11e-12); // doi:10.1007/s44214-023-00039-9
    assertEquals(111_740, any("Liu", 2023, 202).number("key_rate_bps"));
  }

  @Test
  void recordsOfDecoyStates() {
    assertEquals(2.5e9, any("Boaron", 2018, 421).number("clock_rate_hz"));
    assertEquals(165, any("Zhao", 2006, 15).number("key_rate_bps")); // quant-ph/0503192
    assertTrue(any("Zhao", 2006, 15).text("note").contains("zero key without decoys"));
  }

  private static DataRow experiment(String author, int year, double km, double bitsPerPulse) {
    return KitData.rows(KitData.QKD_EXPERIMENTS).stream()
        .filter(row -> isOf(row, author, year, km))
        .filter(row -> row.number("key_rate_bits_per_pulse") == bitsPerPulse)
        .findFirst()
        .orElseThrow();
  }

  private static DataRow any(String author, int year, double km) {
    return KitData.rows(KitData.QKD_EXPERIMENTS).stream()
        .filter(row -> isOf(row, author, year, km))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(DataRow row, String author, int year, double km) {
    return row.text("first_author").equals(author)
        && row.integer("year") == year
        && row.number("distance_km") == km;
  }
}
