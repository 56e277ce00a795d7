package qnet.lab;

import java.util.Objects;
import qnet.channel.Fiber;
import qnet.channel.Link;
import qnet.qkd.DecoyBb84;
import qnet.qkd.KeyRate;
import qnet.qkd.QkdProtocol;

/**
 * A question "what if", ready to be asked, changed, saved and opened again: a protocol with its
 * devices, and the link it runs over.
 *
 * <pre>{@code
 * var bench = Bench.standard().withLink(Fiber.standard().withLengthKm(80));
 * bench.save("bench.json");
 * Bench.open("bench.json").keyRate()
 * }</pre>
 *
 * @param name what the reader calls it
 * @param protocol the protocol with its source and detectors
 * @param link the link from Alice to Bob
 */
public record Bench(String name, QkdProtocol protocol, Link link) {
  /**
   * Checks that nothing is null.
   *
   * @param name as above
   * @param protocol as above
   * @param link as above
   */
  public Bench {
    Objects.requireNonNull(name);
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(link);
  }

  /**
   * {@link DecoyBb84#standard()} over 50 km of {@link Fiber#standard()}.
   *
   * @return the bench
   */
  public static Bench standard() {
    return new Bench("standard", DecoyBb84.standard(), Fiber.standard().withLengthKm(50));
  }

  /**
   * This bench under another name.
   *
   * @param name what the reader calls it
   * @return the changed bench
   */
  public Bench withName(String name) {
    return new Bench(name, protocol, link);
  }

  /**
   * This bench with another protocol.
   *
   * @param protocol the protocol with its source and detectors
   * @return the changed bench
   */
  public Bench withProtocol(QkdProtocol protocol) {
    return new Bench(name, protocol, link);
  }

  /**
   * This bench with another link.
   *
   * @param link the link from Alice to Bob
   * @return the changed bench
   */
  public Bench withLink(Link link) {
    return new Bench(name, protocol, link);
  }

  /**
   * What the protocol makes of the link.
   *
   * @return the key rate
   */
  public KeyRate keyRate() {
    return protocol.over(link);
  }

  /**
   * Saves this bench as {@link RecordFiles} does.
   *
   * @param file the file; its name ends in .json or .csv
   * @throws IllegalArgumentException if the name ends otherwise, or the protocol or the link is no
   *     record of the kit
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(String file) {
    RecordFiles.write(this, file);
  }

  /**
   * Opens a bench that was saved.
   *
   * @param file the file; its name ends in .json or .csv
   * @return the bench, equal to the one that was saved
   * @throws IllegalArgumentException if the file is not that of a bench
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static Bench open(String file) {
    return RecordFiles.read(Bench.class, file);
  }
}
