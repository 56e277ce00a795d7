package qnet.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qnet.run.Require;

/**
 * The kit's records as trees of JSON values: components by their names, made and read with nothing
 * but the accessors and the canonical constructor.
 *
 * <p>Where a component is an interface, the tree also says which of the {@link NamedRecords} is
 * meant. JSON has no NaN and no infinity, so they are texts.
 */
final class RecordTree {
  private static final String CLASS = "class";
  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private RecordTree() {}

  static JsonValue of(String path, Type type, Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number) ? Json.value(number) : Json.value(number.toString());
    }
    if (value instanceof Integer || value instanceof Long) {
      return Json.value(((Number) value).longValue());
    }
    if (value instanceof Boolean flag) {
      return Json.value(flag);
    }
    if (value instanceof String || value instanceof Instant) {
      return Json.value(value.toString());
    }
    if (value instanceof Enum<?> constant && constant.getDeclaringClass() == type) {
      return Json.value(constant.name());
    }
    if (value instanceof List<?> list) {
      var array = new JsonArray();
      list.forEach(each -> array.add(of(path + "." + array.size(), argument(type, 0), each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      var object = new JsonObject();
      map.forEach(
          (name, each) ->
              object.add((String) name, of(path + "." + name, argument(type, 1), each)));
      return object;
    }
    if (value instanceof Record made) {
      return ofRecord(path, type, made);
    }
    throw new IllegalArgumentException(
        path + " must be a record, list, map, number or word to be saved, was " + value);
  }

  private static JsonObject ofRecord(String path, Type type, Record made) {
    var object = new JsonObject();
    if (made.getClass() != type) {
      object.add(CLASS, NamedRecords.nameOf(path, (Class<?>) type, made));
    }
    for (RecordComponent component : made.getClass().getRecordComponents()) {
      String name = component.getName();
      try {
        Object value = component.getAccessor().invoke(made);
        object.add(name, of(path + "." + name, component.getGenericType(), value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(path + "." + name + " must be readable", e);
      }
    }
    return object;
  }

  static Object read(String path, Type type, JsonValue json) {
    if (type instanceof ParameterizedType) {
      return container(path, type, json);
    }
    var kind = (Class<?>) type;
    if (kind.isEnum()) {
      return Arrays.stream(kind.getEnumConstants())
          .filter(each -> json.isString() && ((Enum<?>) each).name().equals(json.asString()))
          .findFirst()
          .orElseThrow(() -> refused(path, "one of " + names(kind), json));
    }
    if (kind == String.class) {
      require(json.isString(), path, "a text \"…\"", json);
      return json.asString();
    }
    if (kind == Instant.class) {
      return instant(path, json);
    }
    if (kind == boolean.class) {
      require(json.isBoolean(), path, "true or false", json);
      return json.asBoolean();
    }
    return kind.isRecord() || kind.isInterface()
        ? record(path, kind, json)
        : number(path, kind, json);
  }

  private static Object number(String path, Class<?> kind, JsonValue json) {
    if (kind == double.class || kind == Double.class) {
      if (json.isString() && NOT_FINITE.contains(json.asString())) {
        return Double.valueOf(json.asString());
      }
      require(json.isNumber() && Double.isFinite(json.asDouble()), path, "a number", json);
      return json.asDouble();
    }
    require(json.isNumber(), path, "a whole number", json);
    try {
      return kind == long.class ? (Object) json.asLong() : (Object) json.asInt();
    } catch (NumberFormatException e) {
      throw refused(path, "a whole number of type " + kind.getSimpleName(), json);
    }
  }

  private static Instant instant(String path, JsonValue json) {
    require(json.isString(), path, "a time such as \"2017-06-20T16:00:00Z\"", json);
    try {
      return Instant.parse(json.asString());
    } catch (DateTimeParseException e) {
      throw refused(path, "a time such as \"2017-06-20T16:00:00Z\"", json);
    }
  }

  private static Object container(String path, Type type, JsonValue json) {
    if (((ParameterizedType) type).getRawType() == List.class) {
      require(json.isArray(), path, "a list […]", json);
      var list = new ArrayList<>();
      json.asArray()
          .forEach(each -> list.add(read(path + "." + list.size(), argument(type, 0), each)));
      return list;
    }
    require(json.isObject(), path, "an object {…}", json);
    var map = new LinkedHashMap<String, Object>();
    for (JsonObject.Member each : json.asObject()) {
      String name = each.getName();
      if (map.put(name, read(path + "." + name, argument(type, 1), each.getValue())) != null) {
        throw new IllegalArgumentException(path + ": \"" + name + "\" appears twice");
      }
    }
    return map;
  }

  private static Object record(String path, Class<?> kind, JsonValue json) {
    require(json.isObject(), path, "an object {…}", json);
    JsonObject object = json.asObject();
    var keys = new LinkedHashSet<String>();
    Class<?> made = kind;
    if (kind.isInterface()) {
      keys.add(CLASS);
      made = NamedRecords.find(path + "." + CLASS, kind, object.get(CLASS));
    }
    RecordComponent[] components = made.getRecordComponents();
    Arrays.stream(components).map(RecordComponent::getName).forEach(keys::add);
    Require.keys(path, object.names(), keys);
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values =
        Arrays.stream(components)
            .map(
                each ->
                    read(
                        path + "." + each.getName(),
                        each.getGenericType(),
                        object.get(each.getName())))
            .toArray();
    try {
      return made.getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(path + ": " + e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(path + " must be a public record", e);
    }
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static String names(Class<?> kind) {
    return Arrays.stream(kind.getEnumConstants())
        .map(each -> '"' + ((Enum<?>) each).name() + '"')
        .collect(Collectors.joining(", "));
  }

  private static void require(boolean holds, String path, String valid, JsonValue json) {
    if (!holds) {
      throw refused(path, valid, json);
    }
  }

  static IllegalArgumentException refused(String path, String valid, JsonValue json) {
    return new IllegalArgumentException(path + " must be " + valid + ", was " + json);
  }
}
