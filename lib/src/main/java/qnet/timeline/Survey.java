package qnet.timeline;

import java.util.List;
import qnet.data.DataRow;
import qnet.data.KitData;

/**
 * What experts answered when they were asked how likely a quantum computer that breaks RSA-2048
 * within a day is by a year: the rows "expert survey" of data/statements.csv.
 *
 * @param askedYear the year of the survey
 * @param horizonYear the year they were asked about
 * @param low the probability, pessimistic reading; NaN if only the other is known
 * @param high the probability, optimistic reading; NaN if only the other is known
 * @param source report and where it was read
 */
public record Survey(int askedYear, int horizonYear, double low, double high, String source) {
  /**
   * All published answers.
   *
   * @return in the order of the file
   */
  public static List<Survey> all() {
    return KitData.rows(KitData.STATEMENTS).stream()
        .filter(row -> row.text("kind").equals("expert survey"))
        .filter(row -> row.text("unit").equals("percent"))
        .map(Survey::of)
        .toList();
  }

  private static Survey of(DataRow row) {
    return new Survey(
        Integer.parseInt(row.text("date").substring(0, 4)),
        (int) row.integer("horizon_year"),
        row.number("value_low") / 100,
        row.number("value_high") / 100,
        row.text("source"));
  }

  /**
   * The arrival through the two answers of the survey of 2023, optimistic reading: the newest year
   * of which two answers were read.
   *
   * @return 11 % by 2028 and 31 % by 2033, certain in the end
   */
  public static Arrival computer() {
    return computer(2023);
  }

  /**
   * The arrival through the first two answers of one year's survey.
   *
   * @param askedYear the year of the survey
   * @return the lognormal arrival, certain in the end
   * @throws IllegalArgumentException if fewer than two answers of that year are known
   */
  public static Arrival computer(int askedYear) {
    var known = all().stream().filter(each -> !Double.isNaN(each.high)).toList();
    var answers = known.stream().filter(each -> each.askedYear == askedYear).toList();
    if (answers.size() < 2) {
      throw new IllegalArgumentException(
          "askedYear must be one with two answers of "
              + known.stream().map(Survey::askedYear).toList()
              + ", was "
              + askedYear);
    }
    Survey first = answers.get(0);
    Survey second = answers.get(1);
    return Arrival.through(
        askedYear, first.horizonYear, first.high, second.horizonYear, second.high, 1);
  }
}
