package qnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notebooks of a directory, by name. */
final class Notebooks {
  private static final String SUFFIX = ".ipynb";

  private Notebooks() {}

  /**
   * The notebooks whose names begin with one of the given ones.
   *
   * @param directory where they are
   * @param names names, with or without directory and suffix; none for all notebooks
   * @return the notebooks in the order of their names
   * @throws Problem if there is no notebook, or a name fits none
   */
  static List<Path> choose(Path directory, List<String> names) throws IOException {
    List<Path> all = list(directory);
    if (all.isEmpty()) {
      throw new Problem("there is no notebook in " + directory + ".");
    }
    for (String name : names) {
      if (all.stream().noneMatch(path -> fits(path, name))) {
        throw new Problem(
            "there is no notebook "
                + name
                + "; there are "
                + all.stream().map(Notebooks::stem).collect(Collectors.joining(", "))
                + ".");
      }
    }
    return all.stream()
        .filter(path -> names.isEmpty() || names.stream().anyMatch(name -> fits(path, name)))
        .toList();
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static boolean fits(Path path, String name) {
    String file = Path.of(name).getFileName().toString();
    String wanted =
        file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    return stem(path).equals(wanted) || (file.equals(wanted) && stem(path).startsWith(wanted));
  }

  private static String stem(Path path) {
    String file = path.getFileName().toString();
    return file.substring(0, file.length() - SUFFIX.length());
  }
}
