package qnet.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the name of a quantity in the code reads for a person.
 *
 * <p>{@code lengthKm} is "length, km", {@code lossDbPerKm} is "loss, dB/km", {@code bitsPerUse} is
 * "bit/use", {@code qber} is "QBER"; {@code distance_km}, the header of a data file, is "distance,
 * km".
 */
public final class Labels {
  /** Units that may end a name. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("km", "km"),
          Map.entry("m", "m"),
          Map.entry("mm", "mm"),
          Map.entry("um", "µm"),
          Map.entry("nm", "nm"),
          Map.entry("db", "dB"),
          Map.entry("dbm", "dBm"),
          Map.entry("hz", "Hz"),
          Map.entry("khz", "kHz"),
          Map.entry("mhz", "MHz"),
          Map.entry("ghz", "GHz"),
          Map.entry("s", "s"),
          Map.entry("ms", "ms"),
          Map.entry("us", "µs"),
          Map.entry("ns", "ns"),
          Map.entry("ps", "ps"),
          Map.entry("hours", "h"),
          Map.entry("days", "d"),
          Map.entry("years", "years"),
          Map.entry("deg", "°"),
          Map.entry("rad", "rad"),
          Map.entry("urad", "µrad"),
          Map.entry("k", "K"),
          Map.entry("kg", "kg"),
          Map.entry("w", "W"),
          Map.entry("mw", "mW"),
          Map.entry("percent", "%"),
          Map.entry("bits", "bit"),
          Map.entry("bytes", "byte"),
          Map.entry("bps", "bit/s"),
          Map.entry("usd", "USD"),
          Map.entry("eur", "EUR"));

  /** What can be counted before "per". */
  private static final Map<String, String> COUNTED =
      Map.of(
          "keys", "key",
          "pairs", "pair",
          "uses", "use",
          "pulses", "pulse",
          "photons", "photon",
          "clicks", "click",
          "counts", "count");

  /** What can stand after "per", besides the units. */
  private static final Map<String, String> DENOMINATORS =
      Map.of(
          "second", "s",
          "hour", "h",
          "day", "d",
          "year", "year",
          "use", "use",
          "pulse", "pulse",
          "pair", "pair",
          "pass", "pass",
          "symbol", "symbol",
          "photon", "photon");

  private static final Set<String> ACRONYMS =
      Set.of(
          "aes256", "apd", "bb84", "bbm92", "b92", "bps", "chsh", "cv", "ec", "ghz", "id", "mdi",
          "pa", "plob", "qber", "qkd", "rsa", "snr", "snspd", "spad", "tf", "tgw", "url");

  /** The people of every protocol. */
  private static final Map<String, String> PEOPLE =
      Map.of("alice", "Alice", "bob", "Bob", "charlie", "Charlie", "eve", "Eve");

  /** Names that are symbols, or that people write in another way. */
  private static final Map<String, String> WHOLE_NAMES =
      Map.ofEntries(
          Map.entry("low95", "95 % from"),
          Map.entry("high95", "95 % to"),
          Map.entry("phiPlus", "Φ+"),
          Map.entry("phiMinus", "Φ−"),
          Map.entry("psiPlus", "Ψ+"),
          Map.entry("psiMinus", "Ψ−"),
          Map.entry("errorRateX", "error rate X"),
          Map.entry("errorRateZ", "error rate Z"),
          Map.entry("localPValue", "local p-value"),
          Map.entry("s", "S"),
          Map.entry("e00", "E(0, 0)"),
          Map.entry("e01", "E(0, 1)"),
          Map.entry("e10", "E(1, 0)"),
          Map.entry("e11", "E(1, 1)"));

  /** The Bell states by their symbols. */
  private static final Map<String, String> SYMBOLS =
      Map.of("phi plus", "Φ+", "phi minus", "Φ−", "psi plus", "Ψ+", "psi minus", "Ψ−");

  private Labels() {}

  /**
   * The label of a name.
   *
   * @param name a name in camel case or with underscores, its unit last
   * @return the words, a comma and the unit; the unit alone if the name is nothing else
   */
  public static String of(String name) {
    String special = WHOLE_NAMES.get(name);
    if (special != null) {
      return special;
    }
    List<String> words = words(name);
    int count = words.size();
    if (count >= 3 && words.get(count - 2).equals("per")) {
      String ratio = ratio(words.get(count - 3), words.get(count - 1));
      if (ratio != null) {
        return join(words.subList(0, count - 3), ratio);
      }
    }
    String unit = UNITS.get(words.get(count - 1));
    return unit == null || count == 1 ? join(words, "") : join(words.subList(0, count - 1), unit);
  }

  private static String ratio(String above, String below) {
    String numerator = UNITS.getOrDefault(above, COUNTED.get(above));
    String denominator = DENOMINATORS.getOrDefault(below, UNITS.get(below));
    return numerator == null || denominator == null ? null : numerator + "/" + denominator;
  }

  private static String join(List<String> words, String unit) {
    String text = String.join(" ", words.stream().map(Labels::written).toList());
    for (var symbol : SYMBOLS.entrySet()) {
      text = text.replace(symbol.getKey(), symbol.getValue());
    }
    return text.isEmpty() || unit.isEmpty() ? text + unit : text + ", " + unit;
  }

  private static String written(String word) {
    return ACRONYMS.contains(word)
        ? word.toUpperCase(Locale.ROOT)
        : PEOPLE.getOrDefault(word, word);
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    for (String word : name.split("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
