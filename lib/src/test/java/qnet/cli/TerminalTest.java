package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void drawsBarOverItselfAndLinesBeside() {
    Terminal terminal = terminal(true);
    terminal.progress(1, 3, "one");
    terminal.line("done");
    assertEquals("\r\u001b[K[##########--------------------] 1/3 one\r\u001b[Kdone\n", text());
  }

  @Test
  void drawsNothingWhereThereIsNoTerminal() {
    Terminal terminal = terminal(false);
    terminal.progress(1, 3, "one");
    terminal.line("done");
    terminal.clear();
    assertEquals("done\n", text());
  }

  @Test
  void survivesMoreThanAll() {
    terminal(true).progress(4, 3, "more");
    assertEquals("\r\u001b[K[##############################] 4/3 more", text());
  }

  private Terminal terminal(boolean drawsBars) {
    return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), drawsBars);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
