package qnet.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis: from where to where it goes, and where its ticks are.
 *
 * @param low the value at its start
 * @param high the value at its end
 * @param log whether it is logarithmic
 * @param names what stands at 0, 1, 2 … of an axis of names; empty for an axis of numbers
 */
record Scale(double low, double high, boolean log, List<String> names) {
  private static final double[] STEPS = {1, 2, 5, 10};
  private static final double SLACK = 1e-9;
  private static final double WIDE = 1e3;

  Scale(double low, double high, boolean log) {
    this(low, high, log, List.of());
  }

  /** How far along the axis a value lies, from 0 to 1. */
  double fraction(double value) {
    return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }

  /** Ticks at round values, at most so many. */
  List<Double> ticks(int most) {
    if (!names.isEmpty()) {
      return IntStream.range(0, names.size()).mapToObj(i -> (double) i).toList();
    }
    if (!log) {
      return linearTicks(most);
    }
    List<Double> decades = decades(most);
    if (decades.size() > 2) {
      return decades;
    }
    List<Double> oneTwoFive = oneTwoFive();
    return oneTwoFive.size() > 2 && oneTwoFive.size() <= most ? oneTwoFive : linearTicks(most);
  }

  /** Every decade, or every second, third … if they are too many. */
  private List<Double> decades(int most) {
    int first = (int) Math.ceil(Math.log10(low) - SLACK);
    int last = (int) Math.floor(Math.log10(high) + SLACK);
    int every = Math.max(1, (int) Math.ceil((last - first + 1.0) / most));
    var ticks = new ArrayList<Double>();
    for (int e = every * (int) Math.ceil((double) first / every); e <= last; e += every) {
      ticks.add(power(e));
    }
    return ticks;
  }

  private List<Double> oneTwoFive() {
    var ticks = new ArrayList<Double>();
    for (int e = (int) Math.floor(Math.log10(low)); power(e) <= high; e++) {
      for (int s = 0; s < 3; s++) {
        double tick = STEPS[s] * power(e);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private List<Double> linearTicks(int most) {
    double rough = (high - low) / most;
    double power = power((int) Math.floor(Math.log10(rough)));
    double step = 0;
    for (int s = 0; step < rough; s++) {
      step = STEPS[s] * power;
    }
    var ticks = new ArrayList<Double>();
    for (double n = Math.ceil(low / step - SLACK) + 0.0; n <= high / step + SLACK; n++) {
      ticks.add(step < 1 ? n / Math.rint(1 / step) : n * step); // 3/10, not 3·0.1
    }
    return ticks;
  }

  /** What stands at a tick: powers of ten on a wide logarithmic axis, else the number. */
  String label(double tick) {
    if (!names.isEmpty()) {
      return names.get((int) tick);
    }
    double exponent = Math.log10(tick);
    boolean power = Math.abs(exponent - Math.rint(exponent)) < SLACK;
    return log && power && high / low >= WIDE && exponent != 0 && exponent != 1
        ? Numbers.powerOfTen((int) Math.rint(exponent))
        : Numbers.format(tick);
  }

  private static double power(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }
}
