package qnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.25, 0.25",
    "-0.25, -0.25",
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "100, 100",
    "0.1234567, 0.1235",
    "0.30000000000000004, 0.3",
    "0.0012344, 0.001234",
    "0.001, 0.001",
    "0.00099996, 0.001",
    "0.0009999, 9.999e-4",
    "1.2344e-7, 1.234e-7",
    "-1e-12, -1e-12",
    "999.96, 1000",
    "12345.678, 12350",
    "300939, 300939",
    "999999.4, 1e6",
    "999999.7, 1e6",
    "1e6, 1e6",
    "1.23456e9, 1.235e9",
    "1e23, 1e23",
    "NaN, –",
    "Infinity, ∞",
    "-Infinity, -∞"
  })
  void fourSignificantDigits(double value, String expected) {
    assertEquals(expected, Numbers.format(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999999, 999999",
    "1000000, 1_000_000",
    "-12345678, -12_345_678",
    "9223372036854775807, 9_223_372_036_854_775_807"
  })
  void countsAreExact(long count, String expected) {
    assertEquals(expected, Numbers.format(count));
  }

  @Test
  void finiteNumbersCanBePastedBack() {
    for (double value = 1.2345e-15; value < 1e15; value *= 3.7) {
      assertEquals(value, Double.parseDouble(Numbers.format(value)), value * 5.1e-4);
    }
  }

  @Test
  void powersOfTen() {
    assertEquals("10⁻¹²", Numbers.powerOfTen(-12));
    assertEquals("10³", Numbers.powerOfTen(3));
  }
}
