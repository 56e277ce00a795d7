/**
 * A fact check: what a popular article on the quantum internet says, each claim with the model or
 * the record that decides it.
 */
package qnet.claims;
