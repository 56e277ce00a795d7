package qnet.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds imports that go up, sideways, or to a library that is not for this package. */
final class Layers {
  /** The packages of the kit by height; a package may import only lower ones. */
  private static final List<List<String>> HEIGHTS =
      List.of(
          List.of("run", "data"),
          List.of("state"),
          List.of("code"),
          List.of("channel"),
          List.of("limit", "qkd"),
          List.of("postprocess", "repeater"),
          List.of("network"),
          List.of("timeline", "application"),
          List.of("ledger", "claims"),
          List.of("lab"),
          List.of("notebook"),
          List.of("cli"));

  private static final List<String> LIBRARIES_FOR_ALL =
      List.of(
          "java.",
          "javax.",
          "org.apache.commons.math3.",
          "org.apache.commons.statistics.",
          "org.apache.commons.numbers.",
          "org.apache.commons.rng.");

  /** A notebook draws the tables and charts that the lab makes. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "channel", List.of("org.orekit.", "org.hipparchus."),
          "network", List.of("org.jgrapht."),
          "timeline", List.of("com.eclipsesource.json."),
          "lab", List.of("tech.tablesaw.", "org.knowm.xchart.", "com.eclipsesource.json."),
          "notebook",
              List.of(
                  "tech.tablesaw.",
                  "org.knowm.xchart.",
                  "org.dflib.jjava.",
                  "io.github.spencerpark."),
          "cli", List.of("picocli."));

  private Layers() {}

  static List<String> violations(JavaClasses classes) {
    var violations = new ArrayList<String>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.isPrimitive() && !allowed(type.getPackageName(), target.getName())) {
          violations.add(dependency.getDescription());
        }
      }
    }
    return violations;
  }

  private static boolean allowed(String fromPackage, String target) {
    String from = partOfKit(fromPackage + ".");
    if (!target.startsWith("qnet.")) {
      return startsWithAny(target, LIBRARIES_FOR_ALL)
          || startsWithAny(target, LIBRARIES.getOrDefault(from, List.of()));
    }
    String to = partOfKit(target);
    return from.equals(to) || height(to) < height(from);
  }

  private static String partOfKit(String name) {
    String[] parts = name.split("\\.", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  static int height(String part) {
    for (int i = 0; i < HEIGHTS.size(); i++) {
      if (HEIGHTS.get(i).contains(part)) {
        return i;
      }
    }
    throw new IllegalArgumentException("a package without a place in the layers: qnet." + part);
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
