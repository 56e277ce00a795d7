package qnet.lab;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Whether this system can draw letters at all: a bare JDK on a bare server cannot. */
final class Fonts {
  private static final String MISSING =
      "A chart needs a font and this system has none: install the Debian packages fontconfig and"
          + " fonts-dejavu-core (or their like), then restart the kernel.";

  private Fonts() {}

  /**
   * Makes sure that there is a font.
   *
   * @throws IllegalStateException if there is none; the message says what to install
   */
  static void require() {
    require(() -> ChartTheme.FONT.getStringBounds("0", new FontRenderContext(null, true, true)));
  }

  /** The same with another way to measure a letter, for the test. */
  static void require(Runnable measure) {
    try {
      measure.run();
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new IllegalStateException(MISSING, e); // the JDK throws any of these, by version
    }
  }

  static Font sans(int style, int sizePx) {
    return new Font(Font.SANS_SERIF, style, sizePx);
  }
}
