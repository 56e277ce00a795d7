/**
 * Networks of quantum links: what was built, how key travels over trusted nodes, who is exposed if
 * some of them are taken, what a network can carry, and what it would cost.
 *
 * <p>The graph algorithms that are not written out here come from JGraphT.
 */
package qnet.network;
