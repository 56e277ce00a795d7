package qnet.notebook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a record holds and what it says about itself without being asked anything. */
final class RecordFields {
  private static final Set<String> OF_EVERY_RECORD = Set.of("toString", "hashCode");

  /**
   * One named value.
   *
   * @param name the component or method
   * @param value what it returned; null if it threw
   */
  record Field(String name, Object value) {}

  private RecordFields() {}

  /** The components in order. */
  static List<Field> components(Record value) {
    return Arrays.stream(value.getClass().getRecordComponents())
        .map(component -> new Field(component.getName(), call(component.getAccessor(), value)))
        .toList();
  }

  /**
   * The values that the record derives: its own public methods without parameters that return a
   * number, a truth value or a text, in order of name.
   */
  static List<Field> derived(Record value) {
    Set<String> components =
        Arrays.stream(value.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    return Arrays.stream(value.getClass().getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
        .filter(method -> isPlain(method.getReturnType()))
        .filter(method -> !components.contains(method.getName()))
        .filter(method -> !OF_EVERY_RECORD.contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> new Field(method.getName(), call(method, value)))
        .toList();
  }

  /** Whether the record says in its own words what it is, not in those of every record. */
  static boolean hasOwnText(Record value) {
    return !value.toString().startsWith(value.getClass().getSimpleName() + "[");
  }

  private static boolean isPlain(Class<?> type) {
    return type == String.class || (type.isPrimitive() && type != void.class);
  }

  /** A value that cannot be had must not hide the others. */
  private static Object call(Method method, Record value) {
    try {
      method.setAccessible(true);
      return method.invoke(value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
