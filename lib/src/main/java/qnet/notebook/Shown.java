package qnet.notebook;

import java.util.Base64;
import java.util.Map;

/**
 * A value as a notebook stores it: the same content once per MIME type.
 *
 * @param data the content by MIME type; pictures as base64
 * @param metadata by MIME type, such as the size of a picture in CSS pixels
 */
public record Shown(Map<String, String> data, Map<String, Map<String, Object>> metadata) {
  /** Nothing to see. */
  static final Shown NOTHING = new Shown(Map.of(), Map.of());

  /**
   * Keeps copies of the maps.
   *
   * @param data the content by MIME type
   * @param metadata by MIME type
   */
  public Shown {
    data = Map.copyOf(data);
    metadata = Map.copyOf(metadata);
  }

  static Shown text(String text) {
    return new Shown(Map.of("text/plain", text), Map.of());
  }

  static Shown html(String text, String html) {
    return new Shown(Map.of("text/plain", text, "text/html", html), Map.of());
  }

  /** A picture that is drawn {@code widthPx} wide; the text stands in for it where it is unseen. */
  static Shown picture(String text, byte[] png, int widthPx, int heightPx) {
    return new Shown(
        Map.of("text/plain", text, "image/png", Base64.getEncoder().encodeToString(png)),
        Map.of("image/png", Map.of("width", widthPx, "height", heightPx, "alt", text)));
  }

  /** This and, under it, another, both as text and as HTML. */
  Shown above(Shown below) {
    return html(
        text() + "\n\n" + below.text(), data.get("text/html") + below.data.get("text/html"));
  }

  /** The content as plain text. */
  String text() {
    return data.getOrDefault("text/plain", "");
  }
}
