package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.testing.Captures;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.SystemMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every value of real messages of a DroneScout against a reading of its structure made by others;
 * that reading keeps the codes for unknown, which are absent here.
 */
class DroneScoutValuesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  private static final double FLOAT = 0.01;
  private static final int BASIC_ID = 0;
  private static final int SECOND_BASIC_ID = 1;
  private static final int LOCATION = 2;
  private static final int SELF_ID = 19;
  private static final int SYSTEM = 20;
  private static final int OPERATOR_ID = 21;

  private final List<Sighting> sightings = new ArrayList<>();
  private final List<JsonNode> expected = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    for (String file : List.of("BLE-legacy.json", "WiFi-beacon.json")) {
      byte[] messages = Captures.bytes("dronescout/" + file);
      SensorMessage message = new SensorMessage(ROOF, "t", messages, Instant.now());
      Reading reading = new Formats().decode("dronescout", message);
      assertThat(reading.refusals()).isEmpty();
      sightings.addAll(reading.sightings());
    }
    for (String line : Captures.lines("dronescout/decoded.jsonl")) {
      expected.add(JSON.readTree(line));
    }
    assertThat(sightings).hasSameSizeAs(expected).hasSize(21);
  }

  @Test
  void receptionIsThatOfTheMessage() {
    for (int i = 0; i < sightings.size(); i++) {
      JsonNode message = expected.get(i);
      Sighting sighting = sightings.get(i);
      Reception reception = sighting.reception();
      assertThat(sighting.time().receivedAt().toEpochMilli())
          .isEqualTo(message.path("timestamp").asLong());
      assertThat(reception.rssiDbm()).isEqualTo(message.path("RSSI").asInt());
      assertThat(reception.channel()).isEqualTo(unless(0, message.path("channel").asInt()));
      assertThat(reception.address()).isEqualToIgnoringCase(message.path("MAC address").asText());
      assertThat(reception.transport())
          .isEqualTo(
              switch (message.path("type").asText()) {
                case "BLE legacy" -> Transport.BLUETOOTH_LEGACY;
                case "WiFi beacon" -> Transport.WIFI_BEACON;
                default -> Transport.UNKNOWN;
              });
    }
  }

  @Test
  void identityIsThatOfTheStructure() {
    for (int i = 0; i < sightings.size(); i++) {
      JsonNode drone = expected.get(i).path("UAS");
      Claim claim = sightings.get(i).claim();
      JsonNode basicId = drone.path("BasicID0");
      assertThat(isValid(drone, BASIC_ID)).isTrue();
      assertThat(basicId.path("IDType").asInt()).as("a serial number").isEqualTo(1);
      assertThat(claim.ids())
          .containsExactly(new ClaimedId(basicId.path("UASID").asText(), ClaimedId.Type.SERIAL));
      assertThat(claim.uaType().code()).isEqualTo(basicId.path("UAType").asInt());
      assertThat(isValid(drone, SECOND_BASIC_ID)).isFalse();
      assertThat(isValid(drone, SELF_ID)).isFalse();
      assertThat(claim.selfId()).isNull();
      assertThat(isValid(drone, OPERATOR_ID)).isFalse();
      assertThat(claim.operatorId()).isNull();
    }
  }

  @Test
  void flightIsThatOfTheStructure() {
    for (int i = 0; i < sightings.size(); i++) {
      JsonNode drone = expected.get(i).path("UAS");
      JsonNode location = drone.path("Location");
      Flight flight = sightings.get(i).claim().flight();
      assertThat(isValid(drone, LOCATION)).isTrue();
      assertThat(flight.status().code()).isEqualTo(location.path("Status").asInt());
      assertPosition(flight.position(), location, "Latitude", "Longitude");
      Location.Motion motion = flight.motion();
      assertValue(motion.courseDeg(), location.path("Direction"), 361);
      assertValue(motion.groundSpeedMps(), location.path("SpeedHorizontal"), 255);
      assertValue(motion.verticalSpeedMps(), location.path("SpeedVertical"), 63);
      Altitudes altitudes = flight.altitudes();
      assertValue(altitudes.pressureM(), location.path("AltitudeBaro"), -1000);
      assertValue(altitudes.geodeticM(), location.path("AltitudeGeo"), -1000);
      assertValue(altitudes.heightM(), location.path("Height"), -1000);
      assertThat(altitudes.heightReference().ordinal())
          .isEqualTo(location.path("HeightType").asInt());
      assertThat(flight.accuracies().horizontal().code())
          .isEqualTo(location.path("HorizAccuracy").asInt());
      assertThat(flight.accuracies().vertical().code())
          .isEqualTo(location.path("VertAccuracy").asInt());
      assertThat(flight.time())
          .isEqualTo(
              new DroneTime.OfHour((int) Math.round(location.path("TimeStamp").asDouble() * 10)));
    }
  }

  @Test
  void operatorIsThatOfTheStructure() {
    for (int i = 0; i < sightings.size(); i++) {
      JsonNode drone = expected.get(i).path("UAS");
      JsonNode system = drone.path("System");
      SystemMessage.Operator operator = sightings.get(i).claim().operator();
      assertThat(isValid(drone, SYSTEM)).isTrue();
      assertPosition(operator.position(), system, "OperatorLatitude", "OperatorLongitude");
      assertValue(operator.geodeticAltitudeM(), system.path("OperatorAltitudeGeo"), -1000);
      assertThat(operator.locationType().code())
          .isEqualTo(system.path("OperatorLocationType").asInt());
    }
  }

  private static boolean isValid(JsonNode drone, int block) {
    return drone.path("valid").path(block).asInt() == 1;
  }

  private static void assertPosition(LatLon position, JsonNode block, String lat, String lon) {
    assertThat(position.latDeg()).isCloseTo(block.path(lat).asDouble(), within(5e-8));
    assertThat(position.lonDeg()).isCloseTo(block.path(lon).asDouble(), within(5e-8));
  }

  private static void assertValue(@Nullable Double value, JsonNode raw, double unknown) {
    if (Math.abs(raw.asDouble() - unknown) < FLOAT) {
      assertThat(value).isNull();
    } else {
      assertThat(value).isCloseTo(raw.asDouble(), within(FLOAT));
    }
  }

  private static @Nullable Integer unless(int unknown, int value) {
    return value == unknown ? null : value;
  }
}
