package qnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import qnet.notebook.IJavaExtension;

/** Writes a kernelspec, so that another Jupyter than the kit's own can run the notebooks. */
@Command(
    name = "kernelspec",
    description = "Write a kernelspec for the kernel IJava 1.3.0, for a Jupyter of your own.")
final class KernelspecCommand implements Callable<Integer> {
  private static final String KERNEL_CLASS = "io/github/spencerpark/ijava/IJava.class";

  @Option(names = "--ijava", required = true, paramLabel = "JAR", description = "IJava's jar.")
  private Path jar;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "A directory of Jupyter's search path; without it, target/ijava.")
  private Path directory;

  @Override
  public Integer call() throws IOException {
    Home home = Kit.home();
    Path kernel = jar.toAbsolutePath().normalize();
    check(kernel);
    Path jupyterPath =
        directory == null ? home.target().resolve("ijava") : directory.toAbsolutePath().normalize();
    Jupyter.copy(Kernelspec.LOGGING, jupyterPath);
    Path script = jupyterPath.resolve("ijava-startup.jsh");
    Files.writeString(script, IJavaExtension.startupScript());
    Kernelspec.ijava(home, kernel, script).write(jupyterPath);
    System.out.println("The kernelspec is written. Start your Jupyter with");
    System.out.println("  JUPYTER_PATH=\"" + jupyterPath + "\"");
    System.out.println("and open the notebooks in " + home.notebooks());
    return 0;
  }

  private static void check(Path kernel) throws IOException {
    if (!Files.isRegularFile(kernel)) {
      throw new Problem("there is no file " + kernel + ": give the path of IJava's jar.");
    }
    try (var zip = new ZipFile(kernel.toFile())) {
      if (zip.getEntry(KERNEL_CLASS) == null) {
        throw new Problem(kernel + " is not the jar of IJava: it has no " + KERNEL_CLASS + ".");
      }
    } catch (ZipException e) {
      throw new Problem(kernel + " is not a jar: " + e.getMessage() + ".");
    }
  }
}
