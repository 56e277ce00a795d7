package qnet.lab;

import java.util.List;
import qnet.data.Column;
import qnet.data.Csv;
import qnet.data.DataRow;
import qnet.data.Schema;
import qnet.run.Require;

/**
 * Checks a learner's answer to an exercise, as often as they like.
 *
 * <pre>{@code
 * Check.answer("10.2", 0.25)
 * }</pre>
 *
 * <p>No answer yet gives a hint, a wrong one is refused with the hint, a right one is confirmed;
 * none of them is an error. The expected answers are in {@code answers/NN.csv} of the kit, one file
 * for each notebook NN: a number with its tolerance, or a word.
 */
public final class Check {
  private Check() {}

  /** How an answer fared. */
  public enum Verdict {
    /** Nothing was answered. */
    UNANSWERED,
    /** The answer is not right. */
    WRONG,
    /** The answer is right. */
    RIGHT
  }

  /**
   * What the kit says to an answer; shown as its message.
   *
   * @param exercise the number of the exercise
   * @param verdict how the answer fared
   * @param message one line to the learner
   */
  public record Reply(String exercise, Verdict verdict, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  /**
   * Asks for the hint of an exercise.
   *
   * @param exercise the number of the exercise: "10.2" is the second of notebook 10
   * @return the hint
   * @throws IllegalArgumentException if there is no such exercise
   */
  public static Reply answer(String exercise) {
    return answer(exercise, null);
  }

  /**
   * Checks an answer.
   *
   * @param exercise the number of the exercise: "10.2" is the second of notebook 10
   * @param answer a number, a word or a truth value; null, NaN and "" are no answer yet
   * @return what the kit says to it
   * @throws IllegalArgumentException if there is no such exercise
   */
  public static Reply answer(String exercise, Object answer) {
    DataRow row = row(exercise);
    String hint = "Hint: " + row.text("hint");
    if (isMissing(answer)) {
      return new Reply(
          exercise, Verdict.UNANSWERED, exercise + " is waiting for your answer. " + hint);
    }
    String given = answer instanceof Number number ? shown(number) : answer.toString().strip();
    if (!isRight(row, answer, given)) {
      return new Reply(
          exercise, Verdict.WRONG, "✗ " + exercise + ": not " + given + ", try again. " + hint);
    }
    return new Reply(exercise, Verdict.RIGHT, "✓ " + exercise + ": " + given + " is right.");
  }

  /** The exercises of a notebook, for the test that tries a wrong answer for each. */
  static List<DataRow> exercises(String notebook) {
    return Csv.resource(
        "answers",
        Schema.of(
            notebook,
            Column.text("exercise"),
            Column.text("expected"),
            Column.number("tolerance").atLeast(0).optional(),
            Column.text("hint")));
  }

  private static DataRow row(String exercise) {
    int dot = exercise.indexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException(
          "exercise must be like \"10.2\", was \"" + exercise + "\"");
    }
    List<DataRow> exercises = exercises(exercise.substring(0, dot));
    Require.oneOf(
        "exercise", exercise, exercises.stream().map(row -> row.text("exercise")).toList());
    return exercises.stream()
        .filter(row -> row.text("exercise").equals(exercise))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isMissing(Object answer) {
    return answer == null
        || answer instanceof Double number && number.isNaN()
        || answer instanceof String word && word.isBlank();
  }

  private static String shown(Number number) {
    return number instanceof Double || number instanceof Float
        ? Numbers.format(number.doubleValue())
        : Numbers.format(number.longValue());
  }

  private static boolean isRight(DataRow row, Object answer, String given) {
    String expected = row.text("expected");
    if (!row.has("tolerance")) {
      return given.equalsIgnoreCase(expected);
    }
    return answer instanceof Number number
        && Math.abs(number.doubleValue() - Double.parseDouble(expected)) <= row.number("tolerance");
  }
}
