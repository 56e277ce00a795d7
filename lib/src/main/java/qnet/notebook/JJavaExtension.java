package qnet.notebook;

import java.lang.reflect.Method;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import qnet.run.Parallel;

/**
 * Installs the kit in the JJava kernel, which finds this class when the kit's jar reaches its class
 * path.
 *
 * <p>Uses only what JJava 1.0-a6 and 1.0-a8 have in common.
 */
public final class JJavaExtension implements Extension {
  /** Called by the kernel. */
  public JJavaExtension() {}

  /**
   * Registers the renderers, the bar for long computations and the imports. A failure is told in
   * one line, because an exception from here would stop the kernel.
   *
   * @param kernel the running kernel
   */
  @Override
  public void install(BaseKernel kernel) {
    try {
      for (Class<?> type : Renderers.TYPES) {
        kernel
            .getRenderer()
            .createRegistration(type)
            .preferring("text/html", "image/png", "text/plain")
            .register(
                (value, context) -> fill(context.getOutputContainer(), Renderers.show(value)));
      }
      Parallel.watch(
          new ProgressBar(
              (id, bar) -> {
                DisplayData output = fill(new DisplayData(), bar);
                output.putTransientData("display_id", id);
                kernel.display(output);
              },
              (id, bar) -> kernel.getIO().display.updateDisplay(id, fill(new DisplayData(), bar))));
      evaluate(kernel, String.join("\n", NotebookImports.IMPORTS));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      System.err.println("The Quantum Internet Kit could not install its displays: " + e);
    }
  }

  private static DisplayData fill(DisplayData output, Shown shown) {
    shown.data().forEach(output::putData);
    shown.metadata().forEach(output::putMetaData);
    return output;
  }

  /** Runs code in the kernel's session: JJava renamed the way to do so after 1.0-a6. */
  private static void evaluate(BaseKernel kernel, String code) throws ReflectiveOperationException {
    Method newWay;
    try {
      newWay = BaseKernel.class.getMethod("evalBuilder", String.class);
    } catch (NoSuchMethodException e) {
      kernel.evalRaw(code);
      return;
    }
    newWay.getReturnType().getMethod("eval").invoke(newWay.invoke(kernel, code));
  }
}
