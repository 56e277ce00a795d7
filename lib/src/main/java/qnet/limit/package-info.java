/**
 * What no protocol can beat: upper bounds on the key that one use of a lossy or noisy channel can
 * carry, without stations on the way and with them; and how long one waits for a photon.
 */
package qnet.limit;
