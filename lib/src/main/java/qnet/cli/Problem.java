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
}
