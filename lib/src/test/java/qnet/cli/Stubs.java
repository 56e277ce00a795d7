package qnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts that stand in for a Python. */
final class Stubs {
  private Stubs() {}

  /** A Python that says its version, has the venv module or not, and makes environments. */
  static Path python(Path file, String version, boolean hasVenv, String pip) throws IOException {
    return script(
        file,
        """
        case "$1 $2" in
          "--version "*) echo "Python %s" ;;
          "-c "*) exit %d ;;
          "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
          "-m pip") %s ;;
          *) exit 64 ;;
        esac
        """
            .formatted(version, hasVenv ? 0 : 1, pip));
  }

  static Path script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
