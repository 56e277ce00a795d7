package qnet.timeline;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import com.eclipsesource.json.WriterConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import qnet.data.Csv;
import qnet.data.DataRow;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * Scenarios as JSON and as CSV, written and read back without loss.
 *
 * <p>Both have the fields of data/milestones.csv. There is no guessing: an unknown, missing or
 * repeated key, a word in place of a number, a number out of its range is an {@link
 * IllegalArgumentException} that names it and says what would be valid.
 */
public final class ScenarioFiles {
  private static final List<String> SCENARIO_KEYS = List.of("scenario", "milestones");
  private static final List<String> MILESTONE_KEYS =
      List.of(
          "milestone",
          "cause",
          "requires",
          "start_year",
          "median_year",
          "p90_year",
          "ever_probability",
          "lag_years",
          "cause_share",
          "source");
  private static final String SEPARATOR = "; ";

  private ScenarioFiles() {}

  /**
   * A scenario as JSON.
   *
   * @param scenario the scenario
   * @return the text
   */
  public static String toJson(Scenario scenario) {
    var milestones = new JsonArray();
    for (Milestone each : scenario.milestones()) {
      var requires = new JsonArray();
      each.requires().forEach(requires::add);
      milestones.add(
          new JsonObject()
              .add("milestone", each.name())
              .add("cause", each.cause())
              .add("requires", requires)
              .add("start_year", each.arrival().startYear())
              .add("median_year", each.arrival().medianYear())
              .add("p90_year", each.arrival().p90Year())
              .add("ever_probability", each.arrival().everProbability())
              .add("lag_years", each.lagYears())
              .add("cause_share", each.causeShare())
              .add("source", each.source()));
    }
    return new JsonObject()
        .add("scenario", scenario.name())
        .add("milestones", milestones)
        .toString(WriterConfig.PRETTY_PRINT);
  }

  /**
   * Reads a scenario from JSON.
   *
   * @param json the text
   * @return the scenario
   * @throws IllegalArgumentException if the text is no JSON or not that of a scenario
   */
  public static Scenario fromJson(String json) {
    JsonObject object;
    try {
      object = object("the scenario", Json.parse(json));
    } catch (ParseException e) {
      throw new IllegalArgumentException("the scenario must be JSON: " + e.getMessage(), e);
    }
    Require.keys("the scenario", object.names(), SCENARIO_KEYS);
    var milestones = array("milestones", object.get("milestones"));
    return new Scenario(
        text("scenario", object.get("scenario")),
        milestones.values().stream().map(ScenarioFiles::milestone).toList());
  }

  private static Milestone milestone(JsonValue value) {
    JsonObject object = object("a milestone", value);
    Require.keys("a milestone", object.names(), MILESTONE_KEYS);
    return new Milestone(
        text("milestone", object.get("milestone")),
        new Arrival(
            number("start_year", object),
            number("median_year", object),
            number("p90_year", object),
            number("ever_probability", object)),
        array("requires", object.get("requires")).values().stream()
            .map(each -> text("requires", each))
            .toList(),
        number("lag_years", object),
        text("cause", object.get("cause")),
        number("cause_share", object),
        text("source", object.get("source")));
  }

  private static JsonObject object(String what, JsonValue value) {
    require(value.isObject(), what, "an object {…}", value);
    return value.asObject();
  }

  private static JsonArray array(String key, JsonValue value) {
    require(value.isArray(), key, "a list […]", value);
    return value.asArray();
  }

  private static String text(String key, JsonValue value) {
    require(value.isString(), key, "a text \"…\"", value);
    return value.asString();
  }

  private static double number(String key, JsonObject object) {
    JsonValue value = object.get(key);
    require(value.isNumber(), key, "a number", value);
    return value.asDouble();
  }

  private static void require(boolean holds, String key, String kind, JsonValue value) {
    if (!holds) {
      throw new IllegalArgumentException(key + " must be " + kind + ", was " + value);
    }
  }

  /**
   * A scenario as CSV, one milestone a row, with the columns of data/milestones.csv.
   *
   * @param scenario the scenario
   * @return the text
   */
  public static String toCsv(Scenario scenario) {
    String rows =
        scenario.milestones().stream()
            .map(each -> row(scenario.name(), each))
            .collect(Collectors.joining());
    return String.join(",", KitData.MILESTONES.header()) + "\n" + rows;
  }

  private static String row(String scenario, Milestone each) {
    return List.of(
                scenario,
                each.name(),
                each.cause(),
                String.join(SEPARATOR, each.requires()),
                each.arrival().startYear(),
                each.arrival().medianYear(),
                each.arrival().p90Year(),
                each.arrival().everProbability(),
                each.lagYears(),
                each.causeShare(),
                each.source(),
                each.assumed() ? "assumed" : "secondary")
            .stream()
            .map(cell -> quoted(cell.toString()))
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads a scenario from a CSV file with the columns of data/milestones.csv.
   *
   * @param path the file
   * @return the scenario
   * @throws IllegalArgumentException if the file does not agree with the columns, or has rows of
   *     several scenarios
   */
  public static Scenario readCsv(Path path) {
    var rows = Csv.read(path, KitData.MILESTONES);
    var names = rows.stream().map(row -> row.text("scenario")).distinct().toList();
    if (names.size() != 1) {
      throw new IllegalArgumentException("rows must be of one scenario, were of " + names);
    }
    return of(rows);
  }

  /** The scenario of some rows of one name. */
  static Scenario of(List<DataRow> rows) {
    return new Scenario(
        rows.get(0).text("scenario"), rows.stream().map(ScenarioFiles::milestone).toList());
  }

  private static Milestone milestone(DataRow row) {
    String requires = row.text("requires");
    return new Milestone(
        row.text("milestone"),
        new Arrival(
            row.number("start_year"),
            row.number("median_year"),
            row.number("p90_year"),
            row.number("ever_probability")),
        requires.isEmpty() ? List.of() : Arrays.asList(requires.split("; *")),
        row.number("lag_years"),
        row.text("cause"),
        row.number("cause_share"),
        row.text("source"));
  }
}
