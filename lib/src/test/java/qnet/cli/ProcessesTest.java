package qnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ProcessesTest {
  @Test
  void asksForOutputAndExitCode() throws Exception {
    var answer = Processes.ask(List.of("sh", "-c", "echo out; echo err >&2; exit 3"));
    assertEquals(new Processes.Answer(3, "out\nerr"), answer);
  }

  @Test
  void letsAProcessEndByItself() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "cat; exit 5").start();
    Processes.end(process);
    assertEquals(5, process.waitFor());
  }

  @Test
  void endsAProcessThatDoesNotListen() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    Processes.end(process);
    assertTrue(process.waitFor(1, TimeUnit.SECONDS));
  }

  @Test
  void endsTheChildrenToo() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "sleep 61 & echo on; wait").start();
    assertEquals("on", process.inputReader().readLine());
    ProcessHandle child = process.children().findFirst().orElseThrow();
    Processes.end(process);
    child.onExit().get(30, TimeUnit.SECONDS);
    assertFalse(child.isAlive());
  }
}
