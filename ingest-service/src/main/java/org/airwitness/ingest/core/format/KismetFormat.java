package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Kismet: the JSON of its AntSDR capture, and its device records with {@code uav.device}.
 *
 * <p>The capture writes the signal strength unsigned. Of DroneID over Wi-Fi a device record has
 * serial number and position only, all else is zero. A device matched by name or address alone is
 * no drone and counted as ignored.
 */
final class KismetFormat implements SensorFormat {
  private static final String EVIDENCE = "kismet-json";
  private static final String POINT = "kismet.common.location.geopoint";
  private static final double U16 = 65_536;
  private static final double U32 = 4_294_967_296.0;

  @Override
  public String name() {
    return "kismet";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, KismetFormat::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"uav.")
        || Json.mentions(payload, "\"serial_number\"") && Json.mentions(payload, "\"device_type\"");
  }

  private static void read(Item item, Feed feed) throws MalformedException {
    JsonNode node = item.json();
    Values record = Values.of(node);
    if (record.has("serial_number") && record.has("drone_lat")) {
      readCapture(item, feed, record);
    } else if (record.has("uav.device")) {
      readDevice(item, feed, node.get("uav.device"));
    } else if (record.has("uav.match_type") || record.has("uav.serialnumber")) {
      readDevice(item, feed, node);
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "an object has serial_number and drone_lat, or is a device record with uav.device");
    }
  }

  private static void readCapture(Item item, Feed feed, Values record) throws MalformedException {
    Draft draft = new Draft();
    Double latDeg = record.number("drone_lat");
    Double lonDeg = record.number("drone_lon");
    DjiChecks.position(latDeg, lonDeg);
    draft.position(latDeg, lonDeg);
    draft.operator(
        record.number("app_lat"), record.number("app_lon"), null, OperatorLocationType.LIVE_GNSS);
    draft.home(record.number("home_lat"), record.number("home_lon"));
    draft.unverified(record.number("drone_alt"));
    draft.height(record.number("drone_height"), null);
    Double northMps = record.number("speed_n");
    Double eastMps = record.number("speed_e");
    Double upMps = record.number("speed_u");
    DjiChecks.speeds(northMps, eastMps, upMps);
    draft.velocity(northMps, eastMps, upMps);
    String serial = DjiChecks.serial(record.text("serial_number"));
    DjiChecks.content(serial, draft);
    draft.id(serial, ClaimedId.Type.DJI);
    Reception reception =
        new Reception(
            Transport.DJI_OCUSYNC,
            null,
            signedRssi(record.number("rssi")),
            null,
            record.frequencyKhz("freq"),
            null);
    feed.add(Records.sighting(feed, item, EVIDENCE, SensorTime.NONE, reception, draft));
  }

  /** Undoes that the strength was read as an unsigned number of 16 or 32 bits. */
  private static @Nullable Integer signedRssi(@Nullable Double claimed) {
    if (claimed == null || claimed == 0) {
      return null;
    }
    double dbm = claimed;
    if (dbm > U32 / 2) {
      dbm -= U32;
    } else if (dbm > U16 / 2) {
      dbm -= U16;
    }
    return Math.abs(dbm) <= 200 ? (int) Math.round(dbm) : null;
  }

  private static void readDevice(Item item, Feed feed, JsonNode node) throws MalformedException {
    Values device = Values.of(node);
    String match = orEmpty(device.text("uav.match_type")).toLowerCase(Locale.ROOT);
    if (!match.contains("droneid")) {
      feed.ignore();
      return;
    }
    if (orEmpty(device.text("uav.model")).contains("Broken firmware")) {
      throw new MalformedException(
          Reason.DJI_BLANK.code(), "blank DroneID, as two firmware versions send it");
    }
    boolean overWifi = match.contains("wifi");
    Draft draft = new Draft();
    Values telemetry = device.findObject("uav.last_telemetry");
    if (telemetry != null) {
      readTelemetry(draft, telemetry, node.get("uav.last_telemetry"), overWifi);
    }
    readPlaces(draft, node);
    String serial = DjiChecks.serial(device.text("uav.serialnumber"));
    DjiChecks.content(serial, draft);
    draft.id(serial, ClaimedId.Type.DJI);
    Instant heardAt = telemetry == null ? null : telemetry.time("uav.telemetry.timestamp");
    Reception reception =
        new Reception(
            overWifi ? Transport.DJI_WIFI : Transport.DJI_OCUSYNC, null, null, null, null, null);
    feed.add(Records.sighting(feed, item, EVIDENCE, Records.time(heardAt), reception, draft));
  }

  private static void readTelemetry(Draft draft, Values telemetry, JsonNode node, boolean overWifi)
      throws MalformedException {
    @Nullable Double[] place = place(node.path("uav.telemetry.location"));
    DjiChecks.position(place[0], place[1]);
    draft.position(place[0], place[1]);
    if (!overWifi) {
      draft.height(telemetry.number("uav.telemetry.height"), null);
      Double northMps = telemetry.number("uav.telemetry.v_north");
      Double eastMps = telemetry.number("uav.telemetry.v_east");
      Double upMps = telemetry.number("uav.telemetry.v_up");
      DjiChecks.speeds(northMps, eastMps, upMps);
      draft.velocity(northMps, eastMps, upMps);
    }
  }

  private static void readPlaces(Draft draft, JsonNode device) {
    @Nullable Double[] home = place(device.path("uav.telemetry.home_location"));
    draft.home(home[0], home[1]);
    @Nullable Double[] app = place(device.path("uav.telemetry.app_location"));
    draft.operator(app[0], app[1], null, OperatorLocationType.LIVE_GNSS);
  }

  /** Returns latitude and longitude, each null when unknown; a point is longitude first. */
  private static @Nullable Double[] place(JsonNode location) {
    JsonNode point = location.path(POINT);
    if (point.size() == 2) {
      return new @Nullable Double[] {degrees(point.get(1)), degrees(point.get(0))};
    }
    JsonNode lat = location.path("kismet.common.location.lat");
    JsonNode lon = location.path("kismet.common.location.lon");
    return new @Nullable Double[] {degrees(lat), degrees(lon)};
  }

  private static @Nullable Double degrees(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
