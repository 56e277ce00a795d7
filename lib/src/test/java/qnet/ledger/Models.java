package qnet.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qnet.qkd.KeyRate;

/** The public models of the kit, by the names that the ledger uses. */
final class Models {
  /** Packages whose public classes compute physics. */
  private static final List<String> PACKAGES =
      List.of(
          "application",
          "channel",
          "code",
          "limit",
          "network",
          "postprocess",
          "qkd",
          "repeater",
          "state",
          "timeline");

  private Models() {}

  /** Public top-level classes, as {@code qkd.Bb84}. */
  static Set<String> all() {
    var models = new TreeSet<String>();
    for (String part : PACKAGES) {
      try (Stream<Path> files = Files.list(classes().resolve("qnet").resolve(part))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class") && !name.contains("$"))
            .map(name -> part + "." + name.substring(0, name.length() - ".class".length()))
            .filter(Models::isPublic)
            .forEach(models::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return models;
  }

  private static Path classes() {
    try {
      return Path.of(KeyRate.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(String name) {
    try {
      var type = Class.forName("qnet." + name, false, Models.class.getClassLoader());
      return Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Classes that need no row, with the reason. */
  static Map<String, String> exempt() {
    try {
      var exempt = new TreeMap<String, String>();
      for (String line :
          Files.readAllLines(Path.of("lib/src/test/resources/ledger/exemptions.txt"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] parts = line.split(":", 2);
          exempt.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        }
      }
      return exempt;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Models with neither a row nor an exemption. */
  static Set<String> unchecked(Set<String> models, Set<String> rows, Set<String> exempt) {
    var unchecked = new TreeSet<>(models);
    unchecked.removeAll(rows);
    unchecked.removeAll(exempt);
    return unchecked;
  }
}
