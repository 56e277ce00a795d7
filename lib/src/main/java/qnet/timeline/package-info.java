/**
 * When, and for whom: the security horizon, the stages of a quantum internet, and scenarios of how
 * they may come, with every assumption a row of data.
 */
package qnet.timeline;
