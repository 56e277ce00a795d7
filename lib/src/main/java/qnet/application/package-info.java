/**
 * What a quantum network is for: sensing, clocks and telescopes, conference keys, distributed
 * computing, and what it will not replace.
 */
package qnet.application;
