package qnet.postprocess;

/** Ends a run on the way to a key; the reason becomes part of the run's result. */
final class Abort extends RuntimeException {
  private static final long serialVersionUID = 1;

  Abort(String reason) {
    super(reason, null, false, false);
  }
}
