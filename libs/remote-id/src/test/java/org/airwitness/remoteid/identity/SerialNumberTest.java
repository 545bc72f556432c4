package org.airwitness.remoteid.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.airwitness.remoteid.identity.SerialNumber.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialNumberTest {

  @Test
  void splitsASerialNumber() {
    SerialNumber serial = new SerialNumber("1588E040445AC004418");

    assertThat(serial.manufacturerCode()).isEqualTo("1588");
    assertThat(serial.ownPart()).isEqualTo("040445AC004418");
  }

  @Test
  void acceptsEveryLengthCode() {
    for (int length = 1; length <= 15; length++) {
      String code = Integer.toHexString(length).toUpperCase(Locale.ROOT);
      String text = "ZZZ9" + code + "X".repeat(length);
      assertThat(SerialNumber.check(text)).isEqualTo(Form.OK);
      assertThat(SerialNumber.check(text + "X")).isNotEqualTo(Form.OK);
      assertThat(SerialNumber.check(text.substring(1))).isNotEqualTo(Form.OK);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1581F5FH123456789ABC, OK",
    "1588e040445ac004418,  LOWER_CASE",
    "'',                   WRONG_LENGTH",
    "15881,                WRONG_LENGTH",
    "1588F0404450044181234, WRONG_LENGTH",
    "1588E040445IC004418,  WRONG_CHARACTER",
    "1588E040445OC004418,  WRONG_CHARACTER",
    "1588E040445-C004418,  WRONG_CHARACTER",
    "1588E040445ÅC004418,  WRONG_CHARACTER",
    "15880040445AC004418,  WRONG_LENGTH_CODE",
    "1588G040445AC004418,  WRONG_LENGTH_CODE",
    "1588D040445AC004418,  LENGTH_MISMATCH",
    "112624150A90E3AE1EC0, LENGTH_MISMATCH",
  })
  void namesTheFirstFault(String text, Form form) {
    assertThat(SerialNumber.check(text)).isEqualTo(form);
  }

  @Test
  void findsASerialNumberInSmallLetters() {
    assertThat(SerialNumber.find("1588e040445ac004418"))
        .contains(new SerialNumber("1588E040445AC004418"));
    assertThat(SerialNumber.find("1588D040445AC004418")).isEmpty();
  }

  @Test
  void refusesWhatIsNoSerialNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SerialNumber("1588e040445ac004418"))
        .withMessageContaining("LOWER_CASE");
  }
}
