package qnet.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import qnet.data.KitData;
import qnet.run.Require;

/**
 * A stream of ordinary data, and what it would take to hide it with a one-time pad: a bit of key
 * for every bit of the stream.
 *
 * <p>streams = key rate / bit rate
 *
 * <p>Valid for: perfect secrecy, key that is used once (C. E. Shannon, Bell Syst. Tech. J. 28, 656
 * (1949), doi:10.1002/j.1538-7305.1949.tb00928.x).
 *
 * <p>Ignores: that a cipher such as AES stretches a short key over any amount of data, and is safe
 * as long as its assumption holds.
 *
 * @param name what is sent
 * @param bitsPerSecond its bit rate, above 0
 */
public record Traffic(String name, double bitsPerSecond) {
  /**
   * Checks the parameters.
   *
   * @param name what is sent
   * @param bitsPerSecond its bit rate, above 0
   * @throws IllegalArgumentException if the bit rate is not above 0
   */
  public Traffic {
    Require.positive("bitsPerSecond", bitsPerSecond);
  }

  /**
   * Streams of everyday use, from data/traffic.csv.
   *
   * @return the streams by their names, in the order of the file
   */
  public static Map<String, Traffic> known() {
    var known = new LinkedHashMap<String, Traffic>();
    for (var row : KitData.rows(KitData.TRAFFIC)) {
      String name = row.text("name");
      known.put(name, new Traffic(name, row.number("bits_per_second")));
    }
    return Collections.unmodifiableMap(known);
  }

  /**
   * One of the known streams.
   *
   * @param name as in the first column of the file
   * @return the stream
   * @throws IllegalArgumentException if the file has none of that name
   */
  public static Traffic of(String name) {
    var known = known();
    Require.oneOf("name", name, known.keySet());
    return known.get(name);
  }

  /**
   * How many such streams a key can hide at the same time.
   *
   * @param keyBitsPerSecond the key rate
   * @return below 1 if not even one
   */
  public double streams(double keyBitsPerSecond) {
    Require.atLeast("keyBitsPerSecond", keyBitsPerSecond, 0);
    return keyBitsPerSecond / bitsPerSecond;
  }
}
