package qnet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Child processes: asking one a question, and leaving none behind. */
final class Processes {
  private static final long ASKED_SECONDS = 1;
  private static final long GRACE_SECONDS = 8;

  private Processes() {}

  /**
   * What a short command said.
   *
   * @param exitCode its exit code
   * @param text its output, standard error included, without white space at the ends
   */
  record Answer(int exitCode, String text) {}

  /** Runs a short command and waits for its end. */
  static Answer ask(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text.strip());
  }

  /**
   * Ends a process, with all it started, if this JVM ends before it does.
   *
   * @param process the process
   * @param afterwards runs after the process was ended so
   * @return to be released when the process has ended by itself
   */
  static Guard guard(Process process, Runnable afterwards) {
    Thread hook =
        new Thread(
            () -> {
              end(process);
              afterwards.run();
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return new Guard(hook);
  }

  /**
   * Watches over a process.
   *
   * @param hook what the JVM does at its end
   */
  record Guard(Thread hook) {
    void release() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        joinHook(); // the JVM is ending: the process did not end by itself
      }
    }

    private void joinHook() {
      try {
        hook.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends a process and its descendants: asks first, and insists after some seconds. */
  static void end(Process process) {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    try {
      closeInput(process);
      if (!process.waitFor(ASKED_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static void closeInput(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy(); // it can no longer be asked through its input
    }
  }
}
