package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.data.DataRow;
import qnet.lab.Check.Verdict;

class CheckTest {
  private static final Path ANSWERS = Path.of("lib/src/main/resources/answers");

  /** Every exercise of the kit, and those of this test. */
  static List<String> exercises() throws IOException {
    var exercises = new ArrayList<String>();
    var notebooks = new ArrayList<>(List.of("test"));
    if (Files.isDirectory(ANSWERS)) {
      try (var files = Files.list(ANSWERS)) {
        files.forEach(f -> notebooks.add(f.getFileName().toString().replace(".csv", "")));
      }
    }
    for (String notebook : notebooks) {
      Check.exercises(notebook).forEach(row -> exercises.add(row.text("exercise")));
    }
    return exercises;
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void everyExerciseConfirmsItsAnswerAndRefusesAWrongOne(String exercise) {
    DataRow row =
        Check.exercises(exercise.substring(0, exercise.indexOf('.'))).stream()
            .filter(r -> r.text("exercise").equals(exercise))
            .findFirst()
            .orElseThrow();
    Object right = row.text("expected");
    Object wrong = "not " + right;
    if (row.has("tolerance")) {
      double expected = Double.parseDouble(row.text("expected"));
      right = expected;
      wrong = expected + 1.5 * row.number("tolerance") + Math.ulp(expected);
    }
    assertEquals(Verdict.RIGHT, Check.answer(exercise, right).verdict());
    var refused = Check.answer(exercise, wrong);
    assertEquals(Verdict.WRONG, refused.verdict());
    assertTrue(refused.message().contains(row.text("hint")), refused.message());
    assertFalse(row.text("hint").contains(row.text("expected")), "the hint gives it away");
  }

  @Test
  void anUnansweredExerciseGivesItsHint() {
    for (Object nothing : new Object[] {null, Double.NaN, "", "  "}) {
      var reply = Check.answer("test.1", nothing);
      assertEquals(Verdict.UNANSWERED, reply.verdict());
      assertEquals(
          "test.1 is waiting for your answer. Hint: half of a half, what is that?",
          reply.toString());
    }
    assertEquals(Verdict.UNANSWERED, Check.answer("test.1").verdict());
  }

  @ParameterizedTest
  @CsvSource({"0.25, RIGHT", "0.2509, RIGHT", "0.2511, WRONG", "0.2489, WRONG", "-0.25, WRONG"})
  void numbersHaveATolerance(double answer, Verdict verdict) {
    assertEquals(verdict, Check.answer("test.1", answer).verdict());
  }

  @Test
  void wordsAndWholeNumbers() {
    assertEquals(Verdict.RIGHT, Check.answer("test.2", " b92 ").verdict());
    assertEquals(Verdict.WRONG, Check.answer("test.2", 92).verdict());
    assertEquals(Verdict.RIGHT, Check.answer("test.3", 5).verdict());
    assertEquals("✓ test.3: 5 is right.", Check.answer("test.3", 5L).message());
    assertEquals(
        "✗ test.3: not 6, try again. Hint: count the fingers", Check.answer("test.3", 6).message());
    assertEquals(Verdict.WRONG, Check.answer("test.3", "five").verdict());
  }

  @Test
  void unknownExercisesAreErrors() {
    assertThrows(IllegalArgumentException.class, () -> Check.answer("test.9", 1));
    assertThrows(IllegalArgumentException.class, () -> Check.answer("nothing.1", 1));
    assertThrows(IllegalArgumentException.class, () -> Check.answer("10", 1));
  }
}
