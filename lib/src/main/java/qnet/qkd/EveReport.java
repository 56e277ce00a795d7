package qnet.qkd;

/**
 * What a session shows of an attack: the effect that was measured beside that of the formula.
 *
 * @param measured error rate of the sifted key, and how well Eve's notes agree with it
 * @param closedForm the same by the formula of the attack, with the errors of the devices
 * @param detected whether the session was aborted for errors or clicks that are out of bounds
 */
public record EveReport(EveEffect measured, EveEffect closedForm, boolean detected) {}
