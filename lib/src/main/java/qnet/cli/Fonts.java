package qnet.cli;

import java.awt.Font;
import java.awt.image.BufferedImage;

/** The fonts of the machine, without which no chart can be drawn. */
final class Fonts {
  private Fonts() {}

  /**
   * Measures a word, as a chart does.
   *
   * @throws Problem if there is no font
   */
  static void check() {
    var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      if (graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("x") > 0) {
        return;
      }
    } catch (RuntimeException | Error e) {
      // the JDK fails in several ways, depending on which part of the fonts is missing
      throw noFonts();
    } finally {
      graphics.dispose();
    }
    throw noFonts();
  }

  private static Problem noFonts() {
    return new Problem(
        "Java finds no font, so no chart can be drawn: install fontconfig and a font (Debian and"
            + " Ubuntu: apt-get install fontconfig fonts-dejavu-core) and start again.");
  }
}
