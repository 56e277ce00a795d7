package qnet.notebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows and columns as a notebook shows them: an HTML table, and the same in plain text.
 *
 * <p>Uses no style sheet and no colours, so that an untrusted notebook shows it unchanged and a
 * dark theme stays readable. Everything is escaped.
 *
 * @param header the titles of the columns
 * @param rows the cells, each row as long as the header
 * @param note a line below, such as how many rows are left out; empty for none
 */
record Grid(List<String> header, List<List<Cell>> rows, String note) {
  /** More rows than this are cut. */
  static final int MOST_ROWS = 20;

  private static final String GAP = "   ";

  /**
   * One cell.
   *
   * @param text what it says
   * @param number whether it is right-aligned like a number
   */
  record Cell(String text, boolean number) {
    static Cell text(String text) {
      return new Cell(text, false);
    }
  }

  /** What is said below a table of {@code size} rows of which only the first are shown. */
  static String noteOnRows(int size) {
    return size > MOST_ROWS ? "… " + size + " rows" : "";
  }

  Shown shown() {
    return Shown.html(text(), html());
  }

  private String html() {
    var html = new StringBuilder("<table><thead><tr>");
    for (int column = 0; column < header.size(); column++) {
      html.append(tag("th", header.get(column), isNumeric(column)));
    }
    html.append("</tr></thead><tbody>");
    for (List<Cell> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append(tag("td", cell.text(), cell.number())));
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    return note.isEmpty() ? html.toString() : html + "<p>" + escape(note) + "</p>";
  }

  /** Aligned twice: by attribute where style is stripped, by style where a theme aligns cells. */
  private static String tag(String name, String text, boolean number) {
    String side = number ? "right" : "left";
    return "<%s align=\"%s\" style=\"text-align:%s\">%s</%s>"
        .formatted(name, side, side, escape(text), name);
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).number());
  }

  private String text() {
    int[] widths =
        IntStream.range(0, header.size())
            .map(
                column ->
                    rows.stream()
                        .mapToInt(row -> width(row.get(column).text()))
                        .reduce(width(header.get(column)), Math::max))
            .toArray();
    String title =
        IntStream.range(0, header.size())
            .mapToObj(i -> pad(header.get(i), widths[i], isNumeric(i)))
            .collect(Collectors.joining(GAP));
    var text = new StringBuilder(title.stripTrailing());
    for (List<Cell> row : rows) {
      String line =
          IntStream.range(0, row.size())
              .mapToObj(i -> pad(row.get(i).text(), widths[i], row.get(i).number()))
              .collect(Collectors.joining(GAP));
      text.append('\n').append(line.stripTrailing());
    }
    return note.isEmpty() ? text.toString() : text + "\n" + note;
  }

  private static String pad(String text, int width, boolean right) {
    String spaces = " ".repeat(width - width(text));
    return right ? spaces + text : text + spaces;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
