package qnet.qkd;

/**
 * Which of the published ways turns light and dark counts into gains, errors and key.
 *
 * <p>All agree to first order in the dark counts. The difference is below a percent in fibre and
 * matters with strong background light, where the probabilities of {@link #MA_2005} can add up to
 * more than 1.
 *
 * <p>After-pulses err half of the time. In the two models named after papers, a share of each
 * intensity's own clicks comes twice; in {@link #THRESHOLD}, clicks of all pulses leave
 * after-pulses that meet any pulse.
 */
public enum Analysis {
  /**
   * The approximations of the decoy-state paper, for comparison with the many that use them: light
   * and dark counts add, and only single photons make key.
   *
   * <p>Q = Y₀ + 1 − e^(−ημ), E·Q = Y₀/2 + e_det·(1 − e^(−ημ))
   *
   * <p>Reference: X. Ma, B. Qi, Y. Zhao, H.-K. Lo, Phys. Rev. A 72, 012326 (2005),
   * doi:10.1103/PhysRevA.72.012326, Eqs. (1), (7), (9)–(11).
   */
  MA_2005,
  /**
   * The model of the finite-key paper for decoy states, for comparison with the many that use it:
   * light and dark counts compose, errors add, and the clicks of empty pulses make key.
   *
   * <p>D = 1 − (1 − 2p_d)·e^(−ημ), Q = D·(1 + p_ap), E·Q = p_d + e_det·(1 − e^(−ημ)) + p_ap·D/2
   *
   * <p>The paper prints the second term of the error with the transmittance of the channel alone;
   * only η of channel and receiver together gives the key rates of its figures.
   *
   * <p>Reference: C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys. Rev. A 89, 022307
   * (2014), doi:10.1103/PhysRevA.89.022307, Sec. IV.
   */
  LIM_2014,
  /**
   * Two threshold detectors, exactly: their clicks compose as independent events, a double click
   * counts as a random bit, and the clicks of empty pulses make key too, because Eve cannot know a
   * bit that was never sent. This is what seeded trials draw.
   *
   * <p>P(right) = 1 − (1 − p_d)·e^(−ημ(1 − e_det)), P(wrong) = 1 − (1 − p_d)·e^(−ημ·e_det)
   *
   * <p>Q = 1 − (1 − P(right))·(1 − P(wrong)), E·Q = P(wrong)·(1 − P(right)/2)
   *
   * <p>References: N. Lütkenhaus, Phys. Rev. A 59, 3301 (1999), doi:10.1103/PhysRevA.59.3301, for
   * the random bit at a double click; C. C. W. Lim, M. Curty, N. Walenta, F. Xu, H. Zbinden, Phys.
   * Rev. A 89, 022307 (2014), doi:10.1103/PhysRevA.89.022307, Eq. (1), for key from empty pulses.
   */
  THRESHOLD
}
