package qnet.run;

/**
 * Where a long computation says how far it is.
 *
 * <p>The kit computes without knowing who watches: a notebook draws a bar, a terminal a line, a
 * program nothing. Whoever watches installs itself in {@link Parallel#watch(Progress)}.
 *
 * <p>Both methods are called on the thread that asked for the computation, never on a worker.
 */
public interface Progress {
  /** Watches nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(double fraction) {}

        @Override
        public void end() {}
      };

  /**
   * The computation has come this far. Called about ten times a second, and only once a computation
   * has taken longer than a second.
   *
   * @param fraction the part that is done, from 0 to 1
   */
  void at(double fraction);

  /** The computation has ended, well or not: clear the display. Called once if {@code at} was. */
  void end();
}
