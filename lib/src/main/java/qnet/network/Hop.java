package qnet.network;

/**
 * One step of a key on its way: what a node holds, and what it sends over the public line.
 *
 * @param from the node that sends
 * @param to the node that receives
 * @param held the secret, as the sending node holds it
 * @param pad the key of the link between the two, used once
 * @param sent what anybody on the line can read: held ⊕ pad
 */
public record Hop(String from, String to, String held, String pad, String sent) {}
