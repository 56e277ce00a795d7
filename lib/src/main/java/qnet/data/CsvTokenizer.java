package qnet.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts CSV text into records after RFC 4180, and refuses what the RFC does not allow.
 *
 * <p>Cells are separated by commas; records by LF or CRLF; a cell with a comma, a quote or a line
 * end stands in double quotes, and a quote inside is doubled. Blanks belong to the cell.
 *
 * <p>Reference: Y. Shafranovich, RFC 4180 (2005), section 2, rules 1–7.
 */
final class CsvTokenizer {
  /** One record and the line it starts on, counted from 1. */
  record Line(int number, List<String> cells) {}

  private final String file;
  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private int at;
  private int lineNumber = 1;

  CsvTokenizer(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** All records of the text, the header included. */
  List<Line> lines() {
    while (at < text.length()) {
      int first = lineNumber;
      var cells = new ArrayList<String>();
      do {
        cells.add(startsWith('"') ? quoted(cells.size() + 1) : plain(cells.size() + 1));
      } while (skip(','));
      endLine(cells.size());
      lines.add(new Line(first, List.copyOf(cells)));
    }
    return lines;
  }

  private String plain(int cell) {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw error(cell, "a quote inside a cell that does not start with one"); // RFC 4180, 2.5
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted(int cell) {
    int opened = lineNumber;
    var value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        if (!startsWith('"')) {
          return value.toString();
        }
      } else if (c == '\n') {
        lineNumber++;
      }
      value.append(c); // a doubled quote is one quote, RFC 4180, 2.7
    }
    lineNumber = opened;
    throw error(cell, "the quote that opens this cell is never closed");
  }

  private void endLine(int cell) {
    boolean carriageReturn = skip('\r');
    if (skip('\n')) {
      lineNumber++;
    } else if (at < text.length()) {
      throw error(
          cell,
          carriageReturn
              ? "a carriage return without a line feed"
              : "text after the closing quote: " + text.charAt(at));
    }
  }

  private boolean skip(char c) {
    boolean found = startsWith(c);
    at += found ? 1 : 0;
    return found;
  }

  private boolean startsWith(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private IllegalArgumentException error(int cell, String why) {
    return new IllegalArgumentException(
        file + ", line " + lineNumber + ", cell " + cell + ": " + why);
  }
}
