/**
 * The verbs of a notebook cell: sweep a parameter, compare variants, run trials, make a table, draw
 * a chart, check an answer.
 *
 * <p>Nothing here knows any physics; the physics comes in as functions and records.
 */
package qnet.lab;
