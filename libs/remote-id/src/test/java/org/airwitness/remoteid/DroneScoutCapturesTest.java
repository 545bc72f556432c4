package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Structures a receiver in the field has sent, against values read from them beforehand. */
class DroneScoutCapturesTest {

  @Test
  void decodesEveryStructureAsExpected() {
    List<JsonNode> sent = new ArrayList<>(TestData.values("dronescout/BLE-legacy.json"));
    sent.addAll(TestData.values("dronescout/WiFi-beacon.json"));
    List<JsonNode> expected = TestData.values("dronescout/decoded.jsonl");

    assertThat(sent).hasSameSizeAs(expected);
    for (int i = 0; i < sent.size(); i++) {
      compare(sent.get(i), expected.get(i).get("UAS"));
    }
  }

  private static void compare(JsonNode sent, JsonNode expected) {
    byte[] struct = Base64.getDecoder().decode(sent.get("data").get("UASdata").asText());
    Frame frame = (Frame) UasDataStruct.decode(struct);

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.messages())
        .hasOnlyElementsOfTypes(BasicId.class, Location.class, SystemMessage.class);
    compareBasicId(frame.find(BasicId.class).orElseThrow(), expected.get("BasicID0"));
    compareLocation(frame.find(Location.class).orElseThrow(), expected.get("Location"));
    compareSystem(frame.find(SystemMessage.class).orElseThrow(), expected.get("System"));
  }

  private static void compareBasicId(BasicId basicId, JsonNode expected) {
    assertCode(basicId.uaType(), expected.get("UAType"));
    assertCode(basicId.idType(), expected.get("IDType"));
    assertThat(basicId.id()).isEqualTo(new UasId.Text(expected.get("UASID").asText()));
  }

  private static void compareLocation(Location location, JsonNode expected) {
    assertCode(location.status(), expected.get("Status"));
    assertNumber(location.motion().courseDeg(), expected.get("Direction"), 361);
    assertNumber(location.motion().groundSpeedMps(), expected.get("SpeedHorizontal"), 255);
    assertNumber(location.motion().verticalSpeedMps(), expected.get("SpeedVertical"), 63);
    assertPosition(location.position(), expected.get("Latitude"), expected.get("Longitude"));
    assertNumber(location.altitudes().pressureAltitudeM(), expected.get("AltitudeBaro"), -1000);
    assertNumber(location.altitudes().geodeticAltitudeM(), expected.get("AltitudeGeo"), -1000);
    assertNumber(location.altitudes().heightM(), expected.get("Height"), -1000);
    assertCode(location.altitudes().heightReference(), expected.get("HeightType"));
    assertCode(location.accuracies().horizontal(), expected.get("HorizAccuracy"));
    assertCode(location.accuracies().vertical(), expected.get("VertAccuracy"));
    assertCode(location.accuracies().pressureAltitude(), expected.get("BaroAccuracy"));
    assertCode(location.accuracies().speed(), expected.get("SpeedAccuracy"));
    assertThat(location.accuracies().timeS()).isEqualTo(expected.get("TSAccuracy").asInt() / 10.0);
    assertThat(location.hourTenths())
        .isEqualTo((int) Math.round(expected.get("TimeStamp").asDouble() * 10));
  }

  private static void compareSystem(SystemMessage system, JsonNode expected) {
    assertCode(system.classification(), expected.get("ClassificationType"));
    assertCode(system.operator().locationType(), expected.get("OperatorLocationType"));
    assertPosition(
        system.operator().position(),
        expected.get("OperatorLatitude"),
        expected.get("OperatorLongitude"));
    assertNumber(system.operator().geodeticAltitudeM(), expected.get("OperatorAltitudeGeo"), -1000);
    assertThat(system.area().count()).isEqualTo(expected.get("AreaCount").asInt());
    assertThat(system.area().radiusM()).isNull();
    assertNumber(system.area().geodeticCeilingM(), expected.get("AreaCeiling"), -1000);
    assertNumber(system.area().geodeticFloorM(), expected.get("AreaFloor"), -1000);
    assertCode(system.eu().category(), expected.get("CategoryEU"));
    assertCode(system.eu().uasClass(), expected.get("ClassEU"));
    assertThat(system.time()).isNotNull();
    assertThat(system.time().getEpochSecond())
        .isEqualTo(1_546_300_800L + expected.get("Timestamp").asLong());
  }

  private static void assertCode(@Nullable Coded meaning, JsonNode expected) {
    assertThat(meaning).isNotNull().extracting(Coded::code).isEqualTo(expected.asInt());
  }

  private static void assertNumber(@Nullable Double value, JsonNode expected, double unknown) {
    if (expected.asDouble() == unknown) {
      assertThat(value).isNull();
    } else {
      assertThat(value).isEqualTo(expected.asDouble());
    }
  }

  private static void assertPosition(@Nullable LatLon position, JsonNode lat, JsonNode lon) {
    assertThat(position).isEqualTo(LatLon.ofDegrees(lat.asDouble(), lon.asDouble()));
  }
}
