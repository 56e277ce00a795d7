package qnet.lab;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.function.DoubleSupplier;

/** Whether this system can draw letters at all: a bare JDK on a bare server cannot. */
public final class Fonts {
  private static final String MISSING =
      "Java finds no font, so no chart can be drawn: install fontconfig and a font (Debian and"
          + " Ubuntu: apt-get install fontconfig fonts-dejavu-core) and start again.";

  private Fonts() {}

  /**
   * Makes sure that there is a font.
   *
   * @throws IllegalStateException if there is none; the message says what to install
   */
  public static void require() {
    var context = new FontRenderContext(null, true, true);
    require(() -> ChartTheme.FONT.getStringBounds("0", context).getWidth());
  }

  /** The same with another way to measure the width of a letter, for the test. */
  static void require(DoubleSupplier width) {
    RuntimeException missing = new IllegalStateException(MISSING);
    try {
      if (width.getAsDouble() > 0) {
        return;
      }
    } catch (RuntimeException | LinkageError | InternalError e) {
      missing.initCause(e); // the JDK throws any of these, by version
    }
    throw missing;
  }

  static Font sans(int style, int sizePx) {
    return new Font(Font.SANS_SERIF, style, sizePx);
  }
}
