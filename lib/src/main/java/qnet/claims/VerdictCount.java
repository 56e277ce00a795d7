package qnet.claims;

/**
 * How many claims have a verdict.
 *
 * @param verdict the verdict
 * @param claims how many have it
 */
public record VerdictCount(Verdict verdict, int claims) {}
