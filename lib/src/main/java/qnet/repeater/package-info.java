/**
 * Quantum repeaters: chains of heralded links, swaps, memories and purification, how long a pair
 * takes from end to end and how good it is; and what competes with them.
 */
package qnet.repeater;
