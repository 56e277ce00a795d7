package qnet.state;

/**
 * What one measurement gave.
 *
 * @param <S> the kind of state that was measured
 * @param outcome which outcome, from 0
 * @param probability how probable it was
 * @param state the state after it
 */
public record Measurement<S extends State>(int outcome, double probability, S state) {}
