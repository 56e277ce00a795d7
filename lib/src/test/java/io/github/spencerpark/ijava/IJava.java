package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/**
 * Stands in for the main class of IJava 1.3.0, which is on no registry: it has the one method that
 * a start-up script calls.
 */
public final class IJava {
  private static BaseKernel kernel;

  private IJava() {}

  /** The running kernel. */
  public static BaseKernel getKernelInstance() {
    return kernel;
  }

  /** Says which kernel runs. */
  public static void run(BaseKernel running) {
    kernel = running;
  }
}
