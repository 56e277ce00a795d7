package qnet.timeline;

import java.util.List;
import java.util.function.Predicate;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * What somebody said about the future, with a date: a standard, a target, a position, a forecast.
 *
 * @param date when it was said, as exactly as known; "" if not known
 * @param issuer who said it
 * @param kind standard, target, policy, position, forecast, expert survey, resource estimate, event
 * @param topic what about: "PQC", "QKD", "quantum internet"
 * @param statement what was said, in the kit's words
 * @param source where it was read
 */
public record Statement(
    String date, String issuer, String kind, String topic, String statement, String source) {
  /**
   * The statements of one kind.
   *
   * @param kind "position", "standard", "target", …
   * @return in the order of the file
   * @throws IllegalArgumentException if there is no such kind
   */
  public static List<Statement> ofKind(String kind) {
    return matching("kind", Statement::kind, kind);
  }

  /**
   * The statements about one topic.
   *
   * @param topic "PQC", "QKD", "quantum internet", …
   * @return in the order of the file
   * @throws IllegalArgumentException if there is no such topic
   */
  public static List<Statement> about(String topic) {
    return matching("topic", Statement::topic, topic);
  }

  private static List<Statement> matching(
      String name, java.util.function.Function<Statement, String> property, String value) {
    var all =
        KitData.rows(KitData.STATEMENTS).stream()
            .map(
                row ->
                    new Statement(
                        row.text("date"),
                        row.text("issuer"),
                        row.text("kind"),
                        row.text("topic"),
                        row.text("statement"),
                        row.text("source")))
            .toList();
    Predicate<Statement> wanted = statement -> property.apply(statement).equals(value);
    Require.oneOf(name, value, all.stream().map(property).distinct().sorted().toList());
    return all.stream().filter(wanted).toList();
  }
}
