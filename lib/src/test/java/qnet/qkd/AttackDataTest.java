package qnet.qkd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qnet.data.DataRow;
import qnet.data.KitData;

/** data/attacks.csv against the models it names. */
class AttackDataTest {
  /** Protocols of the kit that a countermeasure may name. */
  private static final Set<String> PROTOCOLS =
      Set.of("MdiQkd", "TwinField", "DecoyBb84", "Sarg04", "Bbm92");

  @Test
  void namesModelsThatExist() throws ClassNotFoundException {
    var models = new TreeSet<String>();
    for (DataRow row : KitData.rows(KitData.ATTACKS)) {
      if (row.has("model")) {
        models.add(Class.forName("qnet.qkd." + row.text("model")).getSimpleName());
      }
    }
    assertEquals(
        Set.of(
            "DetectorBlinding",
            "EfficiencyMismatch",
            "InterceptResend",
            "ManInTheMiddle",
            "PhotonSplitting",
            "TrojanHorse"),
        models);
  }

  @Test
  void namesTheProtocolsThatAnswer() {
    boolean detectors = false;
    for (DataRow row : KitData.rows(KitData.ATTACKS)) {
      for (String protocol : row.text("answered_by").split("; ")) {
        assertTrue(protocol.isEmpty() || PROTOCOLS.contains(protocol), protocol);
      }
      boolean mdi = row.text("countermeasure").contains("MDI");
      assertEquals(mdi, row.text("answered_by").contains("MdiQkd"), row.text("attack"));
      detectors |= mdi && row.text("target").equals("detector");
    }
    assertTrue(detectors);
  }
}
