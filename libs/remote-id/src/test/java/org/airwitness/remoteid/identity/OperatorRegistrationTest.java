package org.airwitness.remoteid.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.airwitness.remoteid.identity.OperatorRegistration.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorRegistrationTest {

  @ParameterizedTest
  @CsvSource({"4k7q2m9x0b1c, t3d, u", "a1b2c3d4e5f6, xyz, h", "0000000000zz, 9qk, p"})
  void computesTheCheckCharacter(String base, String secret, char check) {
    assertThat(OperatorRegistration.checkCharacter(base, secret)).isEqualTo(check);

    OperatorRegistration registration = new OperatorRegistration("NOR" + base + check);
    assertThat(registration.isGenuine(secret)).isTrue();
    assertThat(registration.isGenuine("000")).isFalse();
    assertThat(registration.isGenuine("T3D")).isFalse();
    assertThat(registration.isGenuine("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NOR4k7q2m9x0b1cu,     FORM_OK",
    "FIN87astrdge12k8,     FORM_OK",
    "NOR4k7q2m9x0b1cu-t3d, SECRET_DISCLOSED",
    "NOR4k7q2m9x0b1cu-T3D, OTHER",
    "NOR4k7q2m9x0b1cut3d,  OTHER",
    "NOR4k7q2m9x0b1c,      OTHER",
    "NOR4k7q2m9x0b1cU,     OTHER",
    "nor4k7q2m9x0b1cu,     OTHER",
    "XQX4k7q2m9x0b1cu,     OTHER",
    "GBR-OP-123ABCD,       OTHER",
    "'',                   OTHER",
  })
  void tellsTheForm(String text, Form form) {
    assertThat(OperatorRegistration.check(text)).isEqualTo(form);
    assertThat(OperatorRegistration.find(text).isPresent()).isEqualTo(form != Form.OTHER);
  }

  @Test
  void leavesADisclosedSecretOut() {
    OperatorRegistration found = OperatorRegistration.find("NOR4k7q2m9x0b1cu-t3d").orElseThrow();

    assertThat(found.text()).isEqualTo("NOR4k7q2m9x0b1cu");
    assertThat(found.country()).isEqualTo("NOR");
  }

  @ParameterizedTest
  @CsvSource({
    "NOR4k7q2m9x0b1cu-t3d, NOR4k7q2m9x0b1cu-***",
    "nor4k7q2m9x0b1cu-T3D, nor4k7q2m9x0b1cu-***",
    "NOR4k7q2m9x0b1cu,     NOR4k7q2m9x0b1cu",
    "GBR-OP-123ABCD,       GBR-OP-123ABCD",
    "'',                   ''",
  })
  void masksASecret(String text, String shown) {
    assertThat(OperatorRegistration.mask(text)).isEqualTo(shown);
    assertThat(OperatorRegistration.mask(shown)).isEqualTo(shown);
  }

  @Test
  void refusesOtherForms() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OperatorRegistration("NOR4k7q2m9x0b1cu-t3d"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OperatorRegistration.checkCharacter("4k7q2m9x0b1C", "t3d"));
  }
}
