/**
 * How the kit shows itself in a notebook: the two kernel adapters and what they register.
 *
 * <p>{@link qnet.notebook.Renderers} turns a value into the bundle a notebook stores, without
 * knowing any kernel; {@link qnet.notebook.JJavaExtension} and {@link qnet.notebook.IJavaExtension}
 * hand that to the kernel at hand, together with the imports of {@link
 * qnet.notebook.NotebookImports} and a bar for long computations.
 */
package qnet.notebook;
