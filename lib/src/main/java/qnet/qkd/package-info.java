/**
 * Quantum key distribution: protocols, the key rate each reaches over a link, and seeded trials
 * that draw every photon and click.
 */
package qnet.qkd;
