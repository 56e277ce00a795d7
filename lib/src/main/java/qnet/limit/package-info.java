/**
 * What no protocol without a repeater can beat: upper bounds on the key that one use of a lossy
 * channel can carry.
 */
package qnet.limit;
