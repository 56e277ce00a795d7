/**
 * Error correction: codes by repetition, the three-qubit code on a state vector, and what a logical
 * qubit costs in physical ones.
 */
package qnet.code;
