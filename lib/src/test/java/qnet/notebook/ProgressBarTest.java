package qnet.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private record Message(String kind, String id, Shown bar) {}

  private final List<Message> messages = new ArrayList<>();
  private final ProgressBar bar =
      new ProgressBar(
          (id, shown) -> messages.add(new Message("display", id, shown)),
          (id, shown) -> messages.add(new Message("update", id, shown)));

  @Test
  void movesInPlaceAndLeavesNothing() {
    bar.at(0.25);
    bar.at(0.5);
    bar.end();
    assertEquals(
        List.of("display", "update", "update"), messages.stream().map(Message::kind).toList());
    assertEquals(1, messages.stream().map(Message::id).distinct().count());
    assertEquals("███████░░░░░░░░░░░░░░░░░░░░░░░ 25 %", messages.get(0).bar().text());
    assertTrue(messages.get(1).bar().data().get("text/html").contains("value=\"0.500\""));
    assertEquals(Shown.NOTHING, messages.get(2).bar());
  }

  @Test
  void saysNothingTwice() {
    bar.at(0.25);
    bar.at(0.25);
    assertEquals(1, messages.size());
  }

  @Test
  void nextComputationHasItsOwnBar() {
    bar.at(0.5);
    bar.end();
    bar.end();
    bar.at(0.5);
    assertEquals(
        List.of("display", "update", "display"), messages.stream().map(Message::kind).toList());
    assertNotEquals(messages.get(0).id(), messages.get(2).id());
  }
}
