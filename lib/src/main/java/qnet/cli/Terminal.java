package qnet.cli;

import java.io.PrintStream;

/** One line of progress that is drawn over, on a terminal; nothing of it anywhere else. */
final class Terminal {
  private static final int BAR_WIDTH = 30;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean drawsBars;
  private boolean barShown;

  Terminal(PrintStream out, boolean drawsBars) {
    this.out = out;
    this.drawsBars = drawsBars;
  }

  static Terminal standard() {
    return new Terminal(System.out, System.console() != null);
  }

  /** Draws how far the work is. */
  void progress(int done, int total, String label) {
    if (drawsBars && total > 0) {
      int filled = BAR_WIDTH * Math.min(done, total) / total;
      String bar = "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled);
      out.print(CLEAR_LINE + "[" + bar + "] " + done + "/" + total + " " + label);
      out.flush();
      barShown = true;
    }
  }

  /** Prints a line that stays. */
  void line(String text) {
    clear();
    out.println(text);
  }

  /** Takes the bar away. */
  void clear() {
    if (barShown) {
      out.print(CLEAR_LINE);
      out.flush();
      barShown = false;
    }
  }
}
