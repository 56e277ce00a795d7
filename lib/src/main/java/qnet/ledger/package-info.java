/**
 * The ledger of the kit: every formula against a number that was published, or computed without the
 * kit.
 *
 * <p>A row of data/ledger.csv names a model; the computation with the same id is in the class of
 * its part here, and {@link qnet.ledger.Ledger} brings both together. To add a row, add one line in
 * each place; for a new part, add a class and name it in {@link qnet.ledger.Ledger}.
 */
package qnet.ledger;
