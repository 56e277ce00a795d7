package qnet.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import qnet.run.Parallel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Subjects side by side with the questions to them; starts with {@link Compare}.
 *
 * @param <T> what the subjects have in common
 */
public final class Comparison<T> {
  private static final String FIRST_COLUMN = "case";

  private final List<Compare.Case<T>> cases;
  private final List<Question<T>> questions;

  private record Question<T>(String name, boolean number, Function<? super T, ?> answer) {}

  Comparison(List<Compare.Case<T>> cases, List<Question<T>> questions) {
    this.cases = cases;
    this.questions = questions;
  }

  /**
   * Asks all subjects for a number.
   *
   * @param name the header of the column, with the unit, different from the others
   * @param value the question
   * @return the comparison with that column
   * @throws IllegalArgumentException if the name is taken
   */
  public Comparison<T> column(String name, ToDoubleFunction<? super T> value) {
    return with(new Question<>(name, true, value::applyAsDouble));
  }

  /**
   * Asks all subjects for a word.
   *
   * @param name the header of the column, different from the others
   * @param value the question; the answer is written with {@code String.valueOf}
   * @return the comparison with that column
   * @throws IllegalArgumentException if the name is taken
   */
  public Comparison<T> text(String name, Function<? super T, ?> value) {
    return with(new Question<>(name, false, value));
  }

  /**
   * Answers all questions, the subjects in parallel.
   *
   * @return one row a subject, its name in the first column
   * @throws IllegalArgumentException if a question is refused; the message names it and the subject
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Table table() {
    List<List<Object>> rows = Parallel.map(cases.size(), i -> answers(cases.get(i)));
    Table table = Table.create();
    table.addColumns(
        StringColumn.create(FIRST_COLUMN, cases.stream().map(Compare.Case::name).toList()));
    for (int q = 0; q < questions.size(); q++) {
      int index = q;
      table.addColumns(column(questions.get(q), rows.stream().map(row -> row.get(index)).toList()));
    }
    return table;
  }

  private static Column<?> column(Question<?> question, List<Object> answers) {
    return question.number
        ? DoubleColumn.create(question.name, answers.stream().mapToDouble(a -> (Double) a))
        : StringColumn.create(question.name, answers.stream().map(String::valueOf));
  }

  private List<Object> answers(Compare.Case<T> subject) {
    var answers = new ArrayList<Object>();
    for (Question<T> question : questions) {
      Parallel.checkInterrupt();
      try {
        answers.add(question.answer.apply(subject.subject()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "column \"" + question.name + "\" of \"" + subject.name() + "\": " + e.getMessage(), e);
      }
    }
    return answers;
  }

  private Comparison<T> with(Question<T> question) {
    if (question.name.equals(FIRST_COLUMN)
        || questions.stream().anyMatch(earlier -> earlier.name.equals(question.name))) {
      throw new IllegalArgumentException("name must be new, was \"" + question.name + "\" again");
    }
    var all = new ArrayList<>(questions);
    all.add(question);
    return new Comparison<>(cases, List.copyOf(all));
  }
}
