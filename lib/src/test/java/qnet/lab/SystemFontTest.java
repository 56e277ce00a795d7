package qnet.lab;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Runs before all other tests: without a font dozens of them would fail, each in its own words. */
class SystemFontTest {
  @Test
  void thisSystemHasAFont() {
    try {
      Fonts.require();
    } catch (IllegalStateException e) {
      Assertions.fail(e.getMessage());
    }
  }
}
