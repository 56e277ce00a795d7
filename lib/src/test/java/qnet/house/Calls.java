package qnet.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds calls that a library of models must not make. */
final class Calls {
  /** Randomness that no seed repeats; targets as owner.member(parameters). */
  static final Pattern UNSEEDED_RANDOMNESS =
      Pattern.compile(
          "java\\.lang\\.(Strict)?Math\\.random\\(\\)"
              + "|java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)"
              + "|java\\.util\\.random\\.RandomGenerator(Factory)?\\."
              + "(of|getDefault|create)\\(.*\\)"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
              + "|java\\.security\\.SecureRandom\\..*"
              + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
              + "|java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)");

  /** Printing. */
  static final Pattern PRINTING =
      Pattern.compile("java\\.lang\\.System\\.(out|err)|.*\\.printStackTrace\\(.*\\)");

  /** Logging. */
  static final Pattern LOGGING =
      Pattern.compile(
          "java\\.util\\.logging\\..*|java\\.lang\\.System\\.getLogger\\(.*\\)|org\\.slf4j\\..*");

  private Calls() {}

  static List<String> violations(
      JavaClasses classes, Pattern forbidden, Predicate<JavaClass> exempt) {
    var violations = new ArrayList<String>();
    for (JavaClass type : classes) {
      if (!exempt.test(type)) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (forbidden.matcher(access.getTarget().getFullName()).matches()) {
            violations.add(access.getDescription());
          }
        }
      }
    }
    return violations;
  }
}
