package qnet.postprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qnet.qkd.Bits;
import qnet.run.Xoshiro256;

/** What holds for each way to correct errors. */
class ErrorCorrectionTest {
  private static Stream<ErrorCorrection> all() {
    return Stream.of(Cascade.original(), Winnow.tuned());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedGivesTheSameConversation(ErrorCorrection correction) {
    var rng = Xoshiro256.stream(10, 0);
    var alice = Bits.random(5_000, rng);
    var bob = alice.xor(Noise.of(5_000, 0.04, rng));
    var runs =
        Stream.of(1, 1, 2)
            .map(
                seed -> {
                  var channel = ClassicalChannel.perfect();
                  correction.correct(alice, bob, 0.04, channel, Xoshiro256.stream(seed, 0));
                  return channel.transcript();
                })
            .toList();
    assertEquals(runs.get(0), runs.get(1));
    assertNotEquals(runs.get(0), runs.get(2));
  }
}
