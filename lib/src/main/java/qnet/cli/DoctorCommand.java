package qnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import qnet.lab.Fonts;

/** Says what the machine has and lacks, in plain words, each with the way to mend it. */
@Command(name = "doctor", description = "Say what is missing on this machine, and how to mend it.")
final class DoctorCommand implements Callable<Integer> {
  private static final String COLOUR = "\u001b\\[[0-9;]*m";

  private int problems;

  /** One look at the machine. */
  @FunctionalInterface
  private interface Look {
    /** What is there; a {@link Problem} if it is not. */
    String take() throws IOException, InterruptedException;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Kit.home();
    tell(
        "JDK", () -> System.getProperty("java.version") + " in " + System.getProperty("java.home"));
    tell("kit", () -> "built in " + home.target().resolve("kit"));
    tell("Maven", DoctorCommand::maven);
    tell("Python", DoctorCommand::python);
    tell("fonts", DoctorCommand::fonts);
    tell("JupyterLab", () -> jupyter(home));
    tell(
        "notebooks",
        () -> Notebooks.choose(home.notebooks(), List.of()).size() + " in " + home.notebooks());
    if (problems == 0) {
      System.out.println("All is well: start with ./kit lab");
    }
    return problems == 0 ? 0 : Kit.FAILED;
  }

  private void tell(String what, Look look) throws IOException, InterruptedException {
    try {
      System.out.println("ok       " + what + ": " + look.take());
    } catch (Problem problem) {
      problems++;
      System.out.println("MISSING  " + what + ": " + problem.getMessage());
    }
  }

  private static String maven() throws InterruptedException {
    String command = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    try {
      var answer = Processes.ask(List.of(command, "-q", "-Dstyle.color=never", "--version"));
      if (answer.exitCode() == 0) {
        return answer.text().replaceAll(COLOUR, "");
      }
    } catch (IOException e) {
      // said below: it does not start
    }
    throw new Problem(
        "there is no Maven, so a change in the sources cannot be built: install Maven 3.8 or newer"
            + " (Debian and Ubuntu: apt-get install maven; else maven.apache.org).");
  }

  private static String python() throws InterruptedException {
    Python python = Python.find(Python.NAMES);
    return python.version() + " (" + python.command() + ")";
  }

  private static String fonts() {
    Problem.unless(Fonts::require);
    return "found";
  }

  private static String jupyter(Home home) throws IOException, InterruptedException {
    if (new Venv(home, Python.NAMES).isReady()) {
      return "set up in " + home.venv();
    }
    return Files.exists(home.venv())
        ? "out of date; the next ./kit lab makes it anew, which needs the network"
        : "not set up yet; the first ./kit lab does it, which needs the network";
  }
}
