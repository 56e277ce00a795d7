package qnet.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import qnet.run.Parallel;

/**
 * Installs the kit in the IJava 1.3.0 kernel, which has no extensions of its own: a start-up script
 * calls {@link #install}.
 */
public final class IJavaExtension {
  private IJavaExtension() {}

  /**
   * The start-up script, for a file that the environment variable {@code
   * IJAVA_STARTUP_SCRIPTS_PATH} of the kernel names. The kit's jars must be in {@code
   * IJAVA_CLASSPATH}, because the script runs before the first cell.
   *
   * @return lines of Java
   */
  public static String startupScript() {
    return String.join("\n", NotebookImports.IMPORTS)
        + "\n"
        + IJavaExtension.class.getName()
        + ".install(io.github.spencerpark.ijava.IJava.getKernelInstance());\n";
  }

  /**
   * Registers the renderers and the bar for long computations. Doing so twice changes nothing.
   *
   * @param kernel the running kernel
   */
  public static void install(BaseKernel kernel) {
    for (Class<?> type : Renderers.TYPES) {
      kernel
          .getRenderer()
          .createRegistration(type)
          .preferring("text/html", "image/png", "text/plain")
          .register((value, context) -> fill(context.getOutputContainer(), Renderers.show(value)));
    }
    Parallel.watch(
        new ProgressBar(
            (id, bar) -> {
              DisplayData output = fill(new DisplayData(), bar);
              output.putTransientData("display_id", id);
              kernel.display(output);
            },
            (id, bar) -> kernel.getIO().display.updateDisplay(id, fill(new DisplayData(), bar))));
  }

  private static DisplayData fill(DisplayData output, Shown shown) {
    shown.data().forEach(output::putData);
    shown.metadata().forEach(output::putMetaData);
    return output;
  }
}
