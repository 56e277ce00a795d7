package qnet.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import qnet.qkd.QkdProtocol;

/**
 * Puts variants side by side: one row each, the same questions to all of them.
 *
 * <pre>{@code
 * Compare.of("today", bb84)
 *     .and("better alignment", bb84.withMisalignment(0.005))
 *     .column("bit/use at 80 km", p -> p.over(fiber.withLengthKm(80)).bitsPerUse())
 *     .table()
 * }</pre>
 *
 * <p>While all subjects are of one class, a column may use everything that class has. As soon as a
 * QKD protocol of another class joins, the table is one of {@link QkdProtocol}s. For any other pair
 * of classes with a common interface, name it: {@code Compare.<Link>of("fibre", fiber)}.
 *
 * @param <T> what the subjects have in common
 */
public final class Compare<T> {
  /** A row to be: its name and what it is about. */
  record Case<T>(String name, T subject) {}

  private final List<Case<T>> cases;

  private Compare(List<Case<T>> cases) {
    this.cases = cases;
  }

  /**
   * Starts with one subject.
   *
   * @param <T> its class
   * @param name how it is called in the table
   * @param subject the object
   * @return a comparison of one
   */
  public static <T> Compare<T> of(String name, T subject) {
    return new Compare<>(List.of(new Case<>(name, subject)));
  }

  /**
   * Starts with several subjects.
   *
   * @param <T> what the subjects have in common
   * @param subjects the subjects by their names in the table, in the order of the map
   * @return a comparison of all of them
   */
  public static <T> Compare<T> of(Map<String, ? extends T> subjects) {
    return new Compare<>(
        subjects.entrySet().stream()
            .map(subject -> new Case<T>(subject.getKey(), subject.getValue()))
            .toList());
  }

  /**
   * Adds a subject of the same class.
   *
   * @param name how it is called in the table, different from the others
   * @param subject the object
   * @return the comparison with it
   * @throws IllegalArgumentException if the name is taken
   */
  public Compare<T> and(String name, T subject) {
    return new Compare<>(append(cases, name, subject));
  }

  /**
   * Adds a QKD protocol of another class: from here on the comparison is one of protocols.
   *
   * <p>The name is a {@code CharSequence} only so that the compiler prefers {@link #and(String,
   * Object)} wherever both fit.
   *
   * @param name how it is called in the table, different from the others
   * @param subject the protocol
   * @return the comparison with it
   * @throws IllegalArgumentException if the name is taken or an earlier subject is no protocol
   */
  public Compare<QkdProtocol> and(CharSequence name, QkdProtocol subject) {
    var protocols = new ArrayList<Case<QkdProtocol>>();
    for (Case<T> earlier : cases) {
      if (!(earlier.subject instanceof QkdProtocol protocol)) {
        throw new IllegalArgumentException(
            "subjects must all be QKD protocols to be compared with one, \""
                + earlier.name
                + "\" was a "
                + earlier.subject.getClass().getSimpleName());
      }
      protocols.add(new Case<>(earlier.name, protocol));
    }
    return new Compare<>(append(protocols, name.toString(), subject));
  }

  /**
   * Asks all subjects for a number.
   *
   * @param name the header of the column, with the unit
   * @param value the question
   * @return the comparison with that column; no more subjects can join
   */
  public Comparison<T> column(String name, ToDoubleFunction<? super T> value) {
    return new Comparison<>(cases, List.of()).column(name, value);
  }

  /**
   * Asks all subjects for a word.
   *
   * @param name the header of the column
   * @param value the question; the answer is written with {@code String.valueOf}
   * @return the comparison with that column; no more subjects can join
   */
  public Comparison<T> text(String name, Function<? super T, ?> value) {
    return new Comparison<>(cases, List.of()).text(name, value);
  }

  private static <U> List<Case<U>> append(List<Case<U>> cases, String name, U subject) {
    if (cases.stream().anyMatch(earlier -> earlier.name.equals(name))) {
      throw new IllegalArgumentException("name must be new, was \"" + name + "\" again");
    }
    var all = new ArrayList<>(cases);
    all.add(new Case<>(name, subject));
    return List.copyOf(all);
  }
}
