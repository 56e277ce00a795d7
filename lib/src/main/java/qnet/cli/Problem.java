package qnet.cli;

/**
 * Something that the user can mend. Its message is shown as it is, so it says what is wrong and how
 * to mend it, and the command ends with exit code 1.
 */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Problem(String message) {
    super(message);
  }

  /** Runs a check whose failure says in words what the user can mend. */
  static void unless(Runnable check) {
    try {
      check.run();
    } catch (IllegalStateException e) {
      throw new Problem(e.getMessage());
    }
  }
}
