package qnet.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * Finds numbers without a unit: record components, public methods and their parameters of type
 * double, float or long whose name neither ends in a unit nor is on the list of dimensionless
 * names.
 */
final class UnitsInNames {
  private static final Set<TypeKind> NUMBERS =
      EnumSet.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG);

  private static final List<String> UNITS =
      List.of(
          "Km",
          "M",
          "Mm",
          "Um",
          "Nm",
          "Db",
          "DbPerKm",
          "KmPerS",
          "MPerS",
          "Hz",
          "Ghz",
          "Mhz",
          "Khz",
          "S",
          "Ms",
          "Us",
          "Ns",
          "Ps",
          "Minutes",
          "Hours",
          "Days",
          "Years",
          "Year",
          "K",
          "Rad",
          "Urad",
          "Deg",
          "W",
          "Kg",
          "Usd",
          "Eur",
          "Bits",
          "Bytes",
          "Percent",
          "PerUse",
          "PerPulse",
          "PerSecond",
          "PerYear",
          "PerKm",
          "PerS",
          "TPerM");

  private static final Pattern WITH_UNIT =
      Pattern.compile(".*[a-z0-9](" + String.join("|", UNITS) + ")");

  private static final Set<String> UNIT_ALONE =
      UNITS.stream()
          .map(unit -> Character.toLowerCase(unit.charAt(0)) + unit.substring(1))
          .collect(Collectors.toSet());

  private final Set<String> dimensionless;
  private final List<String> violations = new ArrayList<>();

  private UnitsInNames(Set<String> dimensionless) {
    this.dimensionless = dimensionless;
  }

  static Set<String> dimensionlessNames() {
    try {
      return Files.readAllLines(Path.of("lib/src/test/resources/house-rules/dimensionless.txt"))
          .stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> violations(List<Path> files, Set<String> dimensionless) {
    var rule = new UnitsInNames(dimensionless);
    for (CompilationUnitTree unit : JavaSource.parse(files)) {
      rule.new Finder().scan(unit, null);
    }
    return rule.violations;
  }

  private void check(Tree type, String name, String where) {
    if (type instanceof PrimitiveTypeTree primitive
        && NUMBERS.contains(primitive.getPrimitiveTypeKind())
        && !UNIT_ALONE.contains(name)
        && !WITH_UNIT.matcher(name).matches()
        && !dimensionless.contains(name)) {
      violations.add(where + ": " + name);
    }
  }

  private final class Finder extends TreeScanner<Void, Void> {
    private ClassTree owner;

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      ClassTree outer = owner;
      owner = type;
      if (type.getKind() == Tree.Kind.RECORD) {
        for (Tree member : type.getMembers()) {
          if (member instanceof VariableTree component
              && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
            check(component.getType(), component.getName().toString(), where());
          }
        }
      }
      super.visitClass(type, nothing);
      owner = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean isPublic = method.getModifiers().getFlags().contains(Modifier.PUBLIC);
      boolean inInterface = owner.getKind() == Tree.Kind.INTERFACE;
      if (isPublic || inInterface) {
        check(method.getReturnType(), method.getName().toString(), where());
        for (VariableTree parameter : method.getParameters()) {
          check(
              parameter.getType(),
              parameter.getName().toString(),
              where() + "." + method.getName());
        }
      }
      return super.visitMethod(method, nothing);
    }

    private String where() {
      return owner.getSimpleName().toString();
    }
  }
}
