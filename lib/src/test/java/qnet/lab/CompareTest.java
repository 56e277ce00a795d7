package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import qnet.channel.Link;
import qnet.qkd.KeyRate;
import qnet.qkd.QkdProtocol;

/** The types in these cells must work out as a learner writes them. */
class CompareTest {
  private static KeyRate rate(double bitsPerUse) {
    return KeyRate.of(bitsPerUse, 0.01);
  }

  record Decoy(double misalignment) implements QkdProtocol {
    Decoy withMisalignment(double newMisalignment) {
      return new Decoy(newMisalignment);
    }

    @Override
    public KeyRate over(Link link) {
      return rate(0.5 - misalignment);
    }
  }

  record Mdi() implements QkdProtocol {
    @Override
    public KeyRate over(Link link) {
      return rate(0.125);
    }
  }

  interface Shape {
    double area();
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  record Disc(double radius) implements Shape {
    @Override
    public double area() {
      return Math.PI * radius * radius;
    }
  }

  private static final Link FIBER = null; // the protocols of this test do not look at it

  @Test
  void variantsOfOneClassKeepTheirClass() {
    var bb84 = new Decoy(0.1);
    var table =
        Compare.of("today", bb84)
            .and("better", bb84.withMisalignment(0.05))
            .column("misalignment", p -> p.misalignment())
            .column("perfect", p -> p.withMisalignment(0).over(FIBER).bitsPerUse())
            .table();
    assertEquals(List.of("case", "misalignment", "perfect"), table.columnNames());
    assertEquals(List.of("today", "better"), table.stringColumn("case").asList());
    assertEquals(List.of(0.1, 0.05), table.doubleColumn("misalignment").asList());
    assertEquals(List.of(0.5, 0.5), table.doubleColumn("perfect").asList());
  }

  @Test
  void protocolsOfDifferentClassesAndALambdaShareATable() {
    var bb84 = new Decoy(0.1);
    QkdProtocol mine = link -> rate(0.25);
    var table =
        Compare.of("decoy BB84", bb84)
            .and("MDI", new Mdi())
            .and("mine", mine)
            .and("again", bb84)
            .column("bit/use at 80 km", p -> p.over(FIBER).bitsPerUse())
            .table();
    assertEquals(List.of(0.4, 0.125, 0.25, 0.4), table.doubleColumn("bit/use at 80 km").asList());
  }

  @Test
  void aLambdaMayComeFirstOrBeWrittenInPlace() {
    QkdProtocol mine = link -> rate(0.25);
    var table =
        Compare.of("mine", mine)
            .and("MDI", new Mdi())
            .and("another", link -> rate(0.5))
            .column("bit/use", p -> p.over(FIBER).bitsPerUse())
            .table();
    assertEquals(List.of(0.25, 0.125, 0.5), table.doubleColumn("bit/use").asList());
    var inPlace =
        Compare.of("decoy", new Decoy(0))
            .and("another", link -> rate(0.5))
            .column("bit/use", p -> p.over(FIBER).bitsPerUse())
            .table();
    assertEquals(2, inPlace.rowCount());
  }

  @Test
  void anyOtherInterfaceIsNamed() {
    var table =
        Compare.<Shape>of("square", new Square(2))
            .and("disc", new Disc(1))
            .column("area", s -> s.area())
            .text("class", s -> s.getClass().getSimpleName())
            .table();
    assertEquals(List.of(4.0, Math.PI), table.doubleColumn("area").asList());
    assertEquals(List.of("Square", "Disc"), table.stringColumn("class").asList());
  }

  @Test
  void severalSubjectsComeInTheOrderOfTheirMap() {
    var protocols = new LinkedHashMap<String, QkdProtocol>();
    protocols.put("MDI", new Mdi());
    protocols.put("decoy", new Decoy(0.1));
    protocols.put("another", link -> rate(0.5));
    var table =
        Compare.of(protocols)
            .and("mine", link -> rate(1))
            .column("bit/use", p -> p.over(FIBER).bitsPerUse())
            .table();
    assertEquals(List.of("MDI", "decoy", "another", "mine"), table.stringColumn("case").asList());
    assertEquals(List.of(0.125, 0.4, 0.5, 1.0), table.doubleColumn("bit/use").asList());
  }

  @Test
  void aProtocolDoesNotJoinAnythingElse() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Compare.of("square", new Square(2)).and("MDI", new Mdi()));
    assertEquals(
        "subjects must all be QKD protocols to be compared with one, \"square\" was a Square",
        error.getMessage());
  }

  @Test
  void namesMustDiffer() {
    var one = Compare.of("a", 1.0);
    assertThrows(IllegalArgumentException.class, () -> one.and("a", 2.0));
    assertThrows(IllegalArgumentException.class, () -> one.column("x", v -> v).column("x", v -> v));
    assertThrows(IllegalArgumentException.class, () -> one.column("case", v -> v));
  }

  @Test
  void anErrorNamesColumnAndCase() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Compare.of("a", "12")
                    .and("b", "twelve")
                    .column("number", s -> Double.parseDouble(s))
                    .table());
    assertEquals("column \"number\" of \"b\": For input string: \"twelve\"", error.getMessage());
  }
}
