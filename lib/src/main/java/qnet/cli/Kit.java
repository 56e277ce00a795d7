package qnet.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code kit}: four subcommands, each a class of its own. */
@Command(
    name = "kit",
    description = "The Quantum Internet Kit: Java notebooks on quantum networks.",
    subcommands = {
      LabCommand.class,
      RunCommand.class,
      DoctorCommand.class,
      KernelspecCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Kit {
  /** Ends a command that started nothing because of the user's machine or input. */
  static final int FAILED = 1;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean helpWanted;

  private Kit() {}

  /**
   * Runs one command and ends the JVM with its exit code: 0 done, 1 a problem that is said, 2 a
   * command line that is not understood.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    if (arguments.length == 0) {
      return run("--help");
    }
    return new CommandLine(new Kit()).setExecutionExceptionHandler(Kit::report).execute(arguments);
  }

  private static int report(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof Problem) {
      commandLine.getErr().println("kit: " + failure.getMessage());
      commandLine.getErr().flush();
      return FAILED;
    }
    throw failure;
  }

  /** The kit's directory, which the launcher passes on. */
  static Home home() {
    String root = System.getProperty("kit.root");
    if (root == null) {
      throw new Problem("start the kit with its launcher: ./kit, or kit.cmd on Windows.");
    }
    return new Home(Path.of(root));
  }
}
