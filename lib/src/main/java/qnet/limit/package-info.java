/**
 * What no protocol can beat: upper bounds on the key that one use of a lossy or noisy channel can
 * carry, without stations on the way and with them.
 */
package qnet.limit;
