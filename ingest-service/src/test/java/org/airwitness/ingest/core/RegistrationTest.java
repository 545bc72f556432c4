package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");

  @Test
  void letsTheRightPasswordIn() {
    Password password = Password.generate();

    assertThat(Registration.authenticate(registered(password), password.text())).isPresent();
  }

  @Test
  void keepsAnyOtherPasswordOut() {
    Password password = Password.generate();

    assertThat(Registration.authenticate(registered(password), password.text() + "x")).isEmpty();
    assertThat(Registration.authenticate(registered(password), "")).isEmpty();
    assertThat(Registration.authenticate(Optional.empty(), password.text())).isEmpty();
  }

  @Test
  void neverMakesAPasswordOrHashTwice() {
    Password password = Password.generate();

    assertThat(password).isNotEqualTo(Password.generate());
    assertThat(Password.Hash.of(password).hash()).isNotEqualTo(Password.Hash.of(password).hash());
    assertThat(password).asString().doesNotContain(password.text());
  }

  @Test
  void readsAUserName() {
    assertThat(SensorKey.parse("roof@police")).contains(ROOF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "roof", "@police", "roof@", "Roof@police", "roof@police@x", "r f@p"})
  void refusesOtherUserNames(String username) {
    assertThat(SensorKey.parse(username)).isEmpty();
  }

  private static Optional<Registration> registered(Password password) {
    Sensor sensor = new Sensor(ROOF, "native", null, false, UUID.randomUUID());
    return Optional.of(new Registration(sensor, Password.Hash.of(password)));
  }
}
