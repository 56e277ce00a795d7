/**
 * What every long computation of the kit stands on: the executor, random streams that do not depend
 * on the number of threads, interrupt, progress, and the estimate a set of trials ends in, and the
 * range checks of all packages.
 *
 * <p>Nothing here knows any physics.
 */
package qnet.run;
