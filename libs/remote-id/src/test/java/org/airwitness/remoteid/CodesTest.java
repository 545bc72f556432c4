package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of every table, where the wire carries it. */
class CodesTest {

  static Stream<Arguments> fields() {
    return Stream.of(
        field("status", 4, Samples.LOCATION, 1, 4, 4, location(Location::status)),
        field("ID type", 4, Samples.BASIC_ID, 1, 4, 4, basicId(BasicId::idType)),
        field("UA type", 15, Samples.BASIC_ID, 1, 0, 4, basicId(BasicId::uaType)),
        field("horizontal", 12, Samples.LOCATION, 19, 0, 4, accuracy(a -> a.horizontal())),
        field("vertical", 6, Samples.LOCATION, 19, 4, 4, accuracy(a -> a.vertical())),
        field("pressure", 6, Samples.LOCATION, 20, 4, 4, accuracy(a -> a.pressureAltitude())),
        field("speed", 4, Samples.LOCATION, 20, 0, 4, accuracy(a -> a.speed())),
        field("classification", 1, Samples.SYSTEM, 1, 2, 3, system(s -> s.classification())),
        field(
            "location type", 2, Samples.SYSTEM, 1, 0, 2, system(s -> s.operator().locationType())),
        field("EU category", 3, Samples.SYSTEM, 17, 4, 4, system(s -> s.eu().category())),
        field("EU class", 7, Samples.SYSTEM, 17, 0, 4, system(s -> s.eu().uasClass())));
  }

  private static Arguments field(
      String name, int last, Message sample, int at, int shift, int bits, Function<Message, ?> of) {
    return Arguments.of(name, last, RemoteIdEncoder.encode(sample), at, shift, bits, of);
  }

  private static Function<Message, ?> basicId(Function<BasicId, ?> of) {
    // The text of the sample is no identifier of every type, so the reader must not depend on it.
    return message -> of.apply((BasicId) message);
  }

  private static Function<Message, ?> location(Function<Location, ?> of) {
    return message -> of.apply((Location) message);
  }

  private static Function<Message, ?> accuracy(Function<Location.Accuracies, ?> of) {
    return message -> of.apply(((Location) message).accuracies());
  }

  private static Function<Message, ?> system(Function<SystemMessage, ?> of) {
    return message -> of.apply((SystemMessage) message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void readsAssignedCodesAndFindsReservedOnes(
      String name,
      int last,
      byte[] payload,
      int at,
      int shift,
      int bits,
      Function<Message, Coded> of) {
    int mask = (1 << bits) - 1;
    for (int code = 0; code <= mask; code++) {
      int rest = payload[at] & ~(mask << shift);
      Frame frame = Decoding.frame(Decoding.with(payload, at, rest | code << shift));
      Coded meaning = of.apply(frame.messages().getFirst());
      if (code <= last) {
        assertThat(meaning.code()).isEqualTo(code);
        assertThat(Decoding.reasons(frame)).doesNotContain(Reason.RESERVED_ENUM);
      } else {
        assertThat(meaning).isNull();
        assertThat(frame.findings()).anyMatch(f -> f.reason() == Reason.RESERVED_ENUM);
      }
    }
  }

  static Stream<Arguments> rangedTypes() {
    return Stream.of(
        Arguments.of(Samples.SELF_ID, 3, (IntFunction<?>) DescriptionType::ofCode),
        Arguments.of(Samples.OPERATOR_ID, 1, (IntFunction<?>) OperatorIdType::ofCode));
  }

  @ParameterizedTest
  @MethodSource("rangedTypes")
  void knowsPrivateCodes(Message sample, int firstReserved, IntFunction<?> meaning) {
    byte[] payload = RemoteIdEncoder.encode(sample);
    for (int code = 0; code <= 255; code++) {
      boolean reserved = code >= firstReserved && code <= 200;
      assertThat(meaning.apply(code) == null).as("code %s", code).isEqualTo(reserved);
      assertThat(Decoding.reasons(Decoding.with(payload, 1, code)).isEmpty()).isEqualTo(!reserved);
    }
  }

  @Test
  void knowsPrivateAuthenticationTypes() {
    byte[] payload = RemoteIdEncoder.encode(Samples.AUTHENTICATION);
    for (int code = 0; code <= 15; code++) {
      boolean reserved = code >= 6 && code <= 9;
      Frame frame = Decoding.frame(Decoding.with(payload, 1, code << 4));
      assertThat(frame.findings().isEmpty()).isEqualTo(!reserved);
      assertThat(frame.find(Authentication.class).orElseThrow().authType() == null)
          .isEqualTo(reserved);
    }
    assertThat(AuthType.ofCode(10)).isEqualTo(AuthType.PRIVATE);
    assertThat(AuthType.ofCode(16)).isNull();
  }

  @Test
  void boundsOfAccuraciesShrinkWithTheCode() {
    assertThat(Arrays.stream(HorizontalAccuracy.values()).skip(1).map(a -> a.boundM()))
        .containsExactly(
            18_520.0, 7_408.0, 3_704.0, 1_852.0, 926.0, 555.6, 185.2, 92.6, 30.0, 10.0, 3.0, 1.0);
    assertThat(Arrays.stream(VerticalAccuracy.values()).skip(1).map(a -> a.boundM()))
        .containsExactly(150.0, 45.0, 25.0, 10.0, 3.0, 1.0);
    assertThat(Arrays.stream(SpeedAccuracy.values()).skip(1).map(a -> a.boundMps()))
        .containsExactly(10.0, 3.0, 1.0, 0.3);
    assertThat(HorizontalAccuracy.UNKNOWN.boundM()).isNull();
  }

  @Test
  void choosesTheTightestBoundStillGreater() {
    assertThat(HorizontalAccuracy.tightestFor(10)).isEqualTo(HorizontalAccuracy.BELOW_30_M);
    assertThat(HorizontalAccuracy.tightestFor(9.99)).isEqualTo(HorizontalAccuracy.BELOW_10_M);
    assertThat(HorizontalAccuracy.tightestFor(0)).isEqualTo(HorizontalAccuracy.BELOW_1_M);
    assertThat(HorizontalAccuracy.tightestFor(18_520)).isEqualTo(HorizontalAccuracy.UNKNOWN);
    assertThat(VerticalAccuracy.tightestFor(149)).isEqualTo(VerticalAccuracy.BELOW_150_M);
    assertThat(SpeedAccuracy.tightestFor(0.3)).isEqualTo(SpeedAccuracy.BELOW_1_MPS);
    assertThatThrownBy(() -> SpeedAccuracy.tightestFor(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reasonsAndFieldsHaveNamesFitForTags() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Arrays.stream(Field.values()).map(Field::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    assertThat(Arrays.stream(Reason.values()).map(Reason::rule))
        .allMatch(rule -> rule.matches("(frame|dji|french|radio)\\.[a-z]+(-[a-z]+)*"));
  }
}
