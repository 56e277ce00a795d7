package qnet.notebook;

import java.util.Locale;
import java.util.function.BiConsumer;
import qnet.run.Progress;

/**
 * A bar under the running cell that moves in place and is emptied at the end, so that no trace of
 * the time a computation took is saved with the notebook.
 */
final class ProgressBar implements Progress {
  private static final int TEXT_WIDTH = 30;

  private final BiConsumer<String, Shown> display;
  private final BiConsumer<String, Shown> update;
  private String id;
  private Shown shown;

  /** Takes the kernel's ways to show something under a name, and to replace it by that name. */
  ProgressBar(BiConsumer<String, Shown> display, BiConsumer<String, Shown> update) {
    this.display = display;
    this.update = update;
  }

  @Override
  public synchronized void at(double fraction) {
    Shown bar = bar(fraction);
    if (id == null) {
      id = "qnet-progress-" + System.nanoTime();
      display.accept(id, bar);
    } else if (!bar.equals(shown)) {
      update.accept(id, bar);
    }
    shown = bar;
  }

  @Override
  public synchronized void end() {
    if (id != null) {
      update.accept(id, Shown.NOTHING);
      id = null;
    }
  }

  private static Shown bar(double fraction) {
    String percent = Math.round(100 * fraction) + " %";
    int done = (int) (TEXT_WIDTH * fraction);
    return Shown.html(
        "█".repeat(done) + "░".repeat(TEXT_WIDTH - done) + " " + percent,
        String.format(
            Locale.ROOT, "<progress max=\"1\" value=\"%.3f\"></progress> %s", fraction, percent));
  }
}
