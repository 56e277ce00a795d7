package qnet.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qnet.state.ComplexMatrix;
import qnet.state.CorrelationMatrix;
import qnet.state.DensityMatrix;
import qnet.state.Gate;

/** Matrices of quantum mechanics as tables: kets down, bras across. */
final class States {
  private static final int MOST_ROWS = 8;
  private static final List<String> AXES = List.of("X", "Y", "Z");

  private States() {}

  /** Whether a value is a matrix, or is best shown as one. */
  static boolean isMatrix(Object value) {
    return value instanceof DensityMatrix
        || value instanceof ComplexMatrix
        || value instanceof Gate
        || value instanceof CorrelationMatrix;
  }

  /** Whether a list holds matrices and nothing else. */
  static boolean areMatrices(List<?> values) {
    return !values.isEmpty() && values.stream().allMatch(States::isMatrix);
  }

  /** The table of a matrix, with a title in its corner; a line for one that is too large. */
  static Shown matrix(String title, Object value) {
    if (value instanceof DensityMatrix state) {
      return matrix(title, state.matrix(), state.toString());
    }
    if (value instanceof Gate gate) {
      return matrix(gate.name(), gate.matrix(), gate.toString());
    }
    if (value instanceof CorrelationMatrix correlations) {
      return correlations(correlations);
    }
    return matrix(title, (ComplexMatrix) value, value.toString());
  }

  private static Shown matrix(String title, ComplexMatrix matrix, String summary) {
    int n = matrix.dimension();
    if (n > MOST_ROWS) {
      String line = title.isEmpty() ? summary : title + ": " + summary;
      return Shown.html(line, "<p>" + Grid.escape(line) + "</p>");
    }
    List<String> labels = labels(n);
    List<String> header =
        Stream.concat(Stream.of(title), labels.stream().map(bits -> "⟨" + bits + "|")).toList();
    List<List<Grid.Cell>> rows =
        IntStream.range(0, n)
            .mapToObj(row -> row("|" + labels.get(row) + "⟩", matrix, row))
            .toList();
    return new Grid(header, rows, "").shown();
  }

  /** The bits of the basis states; plain numbers if the matrix is not one of qubits. */
  private static List<String> labels(int dimension) {
    int qubits = Integer.numberOfTrailingZeros(dimension);
    return IntStream.range(0, dimension)
        .mapToObj(
            i ->
                Integer.bitCount(dimension) == 1 && dimension > 1
                    ? Integer.toBinaryString(dimension + i).substring(1)
                    : String.valueOf(i))
        .toList();
  }

  private static Shown correlations(CorrelationMatrix t) {
    var matrix =
        ComplexMatrix.ofReal(
            new double[][] {
              {t.xx(), t.xy(), t.xz()}, {t.yx(), t.yy(), t.yz()}, {t.zx(), t.zy(), t.zz()}
            });
    List<String> header =
        Stream.concat(Stream.of(""), AXES.stream().map(axis -> "Bob " + axis)).toList();
    List<List<Grid.Cell>> rows =
        IntStream.range(0, AXES.size())
            .mapToObj(row -> row("Alice " + AXES.get(row), matrix, row))
            .toList();
    return new Grid(header, rows, "").shown();
  }

  private static List<Grid.Cell> row(String label, ComplexMatrix matrix, int row) {
    var cells = new ArrayList<>(List.of(Grid.Cell.text(label)));
    IntStream.range(0, matrix.dimension())
        .forEach(column -> cells.add(new Grid.Cell(matrix.text(row, column), true)));
    return cells;
  }
}
