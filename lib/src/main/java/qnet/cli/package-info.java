/**
 * The command line: opens JupyterLab, runs and publishes the notebooks, says what a machine lacks.
 *
 * <p>The launchers {@code kit} and {@code kit.cmd} find the JDK, build, and start {@link
 * qnet.cli.Kit}.
 */
package qnet.cli;
