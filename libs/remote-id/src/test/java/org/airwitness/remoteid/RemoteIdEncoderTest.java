package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteIdEncoderTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "12.3, 12.25", "63.75, 63.75", "63.8, 63.75", "64.2, 64.5", "254, 254.25"})
  void roundsGroundSpeedToTheNearestStep(double speedMps, double sentMps) {
    assertThat(sent(new Location.Motion(null, speedMps, null)).groundSpeedMps()).isEqualTo(sentMps);
  }

  @Test
  void writesSpeedsTooHighToSayAsOrMore() {
    Location.Motion sent = sent(new Location.Motion(null, 1_000.0, 90.0));

    assertThat(sent).isEqualTo(new Location.Motion(null, 254.25, 62.0));
    assertThat(sent(new Location.Motion(null, null, -90.0)).verticalSpeedMps()).isEqualTo(-62);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "179.4, 179", "179.5, 180", "359.4, 359", "359.5, 0", "360, 0"})
  void roundsCourseToWholeDegrees(double courseDeg, double sentDeg) {
    assertThat(sent(new Location.Motion(courseDeg, null, null)).courseDeg()).isEqualTo(sentDeg);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0", "0.3, 0.5", "-999.5, -999.5", "31767.5, 31767.5", "-17.6, -17.5"})
  void roundsAltitudeToHalfMetres(double altitudeM, double sentM) {
    Location location =
        location(
            Location.Motion.UNKNOWN,
            new Location.Altitudes(altitudeM, altitudeM, altitudeM, HeightReference.GROUND));

    assertThat(Decoding.location(RemoteIdEncoder.encode(location)).altitudes())
        .isEqualTo(new Location.Altitudes(sentM, sentM, sentM, HeightReference.GROUND));
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "10, 10", "11, 20", "2550, 2550"})
  void roundsTheRadiusOfAnAreaUp(int radiusM, int sentM) {
    SystemMessage system =
        new SystemMessage(
            2,
            Classification.UNDECLARED,
            Samples.SYSTEM.operator(),
            new SystemMessage.Area(3, radiusM, null, null),
            SystemMessage.EuLabel.UNDECLARED,
            null);

    SystemMessage sent = (SystemMessage) Decoding.message(RemoteIdEncoder.encode(system));

    assertThat(sent.area().radiusM()).isEqualTo(sentM);
  }

  @Test
  void writesAbsentMeaningsAsCodeZero() {
    BasicId basicId = new BasicId(2, null, null, null);

    assertThat(RemoteIdEncoder.encode(basicId)).startsWith(0x02, 0x00);
  }

  static Stream<Arguments> outOfRange() {
    return Stream.of(
        refused("-900000000 to 900000000", () -> new LatLon(900_000_001, 0)),
        refused("-1800000000 to 1800000000", () -> new LatLon(0, -1_800_000_001)),
        refused("both 0", () -> new LatLon(0, 0)),
        refused("-90.0 to 90.0", () -> LatLon.ofDegrees(90.1, 0)),
        refused("-180.0 to 180.0", () -> LatLon.ofDegrees(0, Double.NaN)),
        refused("0.0 to 360.0", () -> new Location.Motion(360.5, null, null)),
        refused("0.0 to 360.0", () -> new Location.Motion(-1.0, null, null)),
        refused("groundSpeedMps must be 0.0", () -> new Location.Motion(null, -0.25, null)),
        refused("verticalSpeedMps", () -> new Location.Motion(null, null, Double.NaN)),
        refused("-999.5 to 31767.5", () -> new Location.Altitudes(-1000.0, null, null, null)),
        refused("-999.5 to 31767.5", () -> new Location.Altitudes(null, 31_768.0, null, null)),
        refused("-999.5 to 31767.5", () -> new Location.Altitudes(null, null, -999.6, null)),
        refused("0.1 to 1.5", () -> new Location.Accuracies(null, null, null, null, 0.0)),
        refused("0 to 36000", () -> withTime(36_001)),
        refused("0 to 36000", () -> withTime(-1)),
        refused("0 to 15", () -> new OperatorId(16, 0, null)),
        refused("0 to 255", () -> new SelfId(2, 256, null)),
        refused("1 to 23", () -> new SelfId(2, 0, "x".repeat(24))),
        refused("1 to 20", () -> new OperatorId(2, 0, "x".repeat(21))),
        refused("printable", () -> new OperatorId(2, 0, "a\u0007")),
        refused("printable", () -> new UasId.Text("")),
        refused("20 bytes", () -> new UasId.Session(Bytes.empty())),
        refused("cannot be", () -> new BasicId(2, IdType.UTM_UUID, null, new UasId.Text("x"))),
        refused("0 to 65535", () -> new SystemMessage.Area(65_536, null, null, null)),
        refused("1 to 2550", () -> new SystemMessage.Area(1, 2_551, null, null)),
        refused("2019-01-01T00:00:01Z to 2155", () -> withTime(Instant.EPOCH)),
        refused("to 2155-02-07", () -> withTime(Instant.parse("2155-02-07T06:28:16Z"))),
        refused("0 to 15", () -> new Authentication.Header(16, 0, null)),
        refused("0 to 17", () -> new Authentication.Header(0, 18, null)),
        refused("0 to 255", () -> new Authentication.Header(15, 256, null)),
        refused("only page 0", () -> new Authentication(2, 1, 0, null, Bytes.empty())),
        refused("23 to 23", () -> new Authentication(2, 1, 1, null, Bytes.empty())),
        refused("1 to 9", () -> RemoteIdEncoder.encodePack(2, List.of())),
        refused("1 to 9", () -> pack(2, 10)),
        refused("0 to 15", () -> pack(16, 1)),
        refused(
            "unreadable",
            () -> RemoteIdEncoder.encode(new Unreadable(2, Bytes.empty(), Reason.NESTED_PACK))));
  }

  private static Arguments refused(String allowed, ThrowingCallable call) {
    return Arguments.of(allowed, call);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("outOfRange")
  void refusesWhatIsOutOfRangeAndSaysWhatIsAllowed(String allowed, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(allowed);
  }

  private static byte[] pack(int version, int count) {
    return RemoteIdEncoder.encodePack(version, Collections.nCopies(count, Samples.SELF_ID));
  }

  private static Location withTime(int hourTenths) {
    return new Location(
        2,
        FlightStatus.AIRBORNE,
        null,
        Location.Motion.UNKNOWN,
        Location.Altitudes.UNKNOWN,
        Location.Accuracies.UNKNOWN,
        hourTenths);
  }

  private static SystemMessage withTime(Instant time) {
    return new SystemMessage(
        2,
        Classification.UNDECLARED,
        Samples.SYSTEM.operator(),
        SystemMessage.Area.SINGLE_AIRCRAFT,
        SystemMessage.EuLabel.UNDECLARED,
        time);
  }

  private static Location location(Location.Motion motion, Location.Altitudes altitudes) {
    return new Location(
        2, FlightStatus.AIRBORNE, null, motion, altitudes, Location.Accuracies.UNKNOWN, null);
  }

  private static Location.Motion sent(Location.Motion motion) {
    byte[] payload = RemoteIdEncoder.encode(location(motion, Location.Altitudes.UNKNOWN));
    return Decoding.location(payload).motion();
  }
}
