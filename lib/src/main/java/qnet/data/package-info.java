/**
 * The strict reader of the kit's data files: a file either means exactly what its schema says, or
 * it is refused with file, line, column and reason.
 *
 * <p>Nothing here knows any physics, and nothing depends on a table library.
 */
package qnet.data;
