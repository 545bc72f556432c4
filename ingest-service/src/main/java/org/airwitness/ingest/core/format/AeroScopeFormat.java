package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.dji.DjiState;
import org.jspecify.annotations.Nullable;

/**
 * AeroScope: the objects of a unit's log, separated by commas, and those its server pushes.
 *
 * <p>{@code STATUS_INFO} tells which values the aircraft vouches for; the others are unknown. What
 * heights refer to is not established, and neither is the unit of the velocities, which are taken
 * for metres a second. {@code YAW} is where the nose points and no course.
 */
final class AeroScopeFormat implements SensorFormat {
  private static final String EVIDENCE = "aeroscope-json";
  private static final int STATE_BITS = 16;

  @Override
  public String name() {
    return "aeroscope";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, AeroScopeFormat::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"AIRCRAFT_SN\"")
        || Json.mentions(payload, "\"AEROSCOPE_SERIAL_NUMBER\"")
        || Json.mentions(payload, "\"LOCATION_LATITUDE\"");
  }

  private static void read(Item item, Feed feed) throws MalformedException {
    JsonNode node = item.json();
    Values record = Values.of(node);
    Values logged = record.findObject("DATA_VALUE");
    if (logged != null && logged.has("AIRCRAFT_SN")) {
      readAircraft(item, feed, logged, record.time("DETECT_TIME"));
    } else if (record.has("SERIAL") && record.has("LATITUDE")) {
      readAircraft(item, feed, record, record.time("TIMESTAMP"));
    } else if (record.has("SERIAL_NUMBER") && record.has("LOCATION_LATITUDE")) {
      feed.add(position(feed, record));
    } else if (logged != null) {
      feed.ignore(); // other DATA_TYPEs of the unit's log
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "an object has DATA_VALUE, SERIAL and LATITUDE, or SERIAL_NUMBER and LOCATION_LATITUDE");
    }
  }

  private static StatusReport position(Feed feed, Values unit) throws MalformedException {
    return new StatusReport(
        feed.message().arrivedAt(),
        null,
        null,
        null,
        Places.find(unit.number("LOCATION_LATITUDE"), unit.number("LOCATION_LONGITUDE")),
        null,
        null,
        null);
  }

  private static void readAircraft(
      Item item, Feed feed, Values aircraft, @Nullable Instant detectedAt)
      throws MalformedException {
    DjiState state = state(aircraft);
    Draft draft = new Draft();
    String serial = DjiChecks.serial(aircraft.text("AIRCRAFT_SN", "SERIAL"));
    readPlaces(draft, aircraft, state);
    readVertical(draft, aircraft, state);
    readVelocity(draft, aircraft, state);
    DjiChecks.content(serial, draft);
    draft.id(state.hasSerial() && !state.isPrivate() ? serial : null, ClaimedId.Type.DJI);
    Reception reception = new Reception(Transport.DJI_OCUSYNC, null, null, null, null, null);
    feed.add(Records.sighting(feed, item, EVIDENCE, Records.time(detectedAt), reception, draft));
  }

  /** Returns the state as binary text, the most significant bit first; all set when not given. */
  private static DjiState state(Values aircraft) throws MalformedException {
    String bits = aircraft.text("STATUS_INFO");
    if (bits == null) {
      return new DjiState(0xFFFF);
    }
    if (bits.length() > STATE_BITS || !bits.chars().allMatch(c -> c == '0' || c == '1')) {
      throw new MalformedException(
          RefusalReason.FIELD_INVALID, "STATUS_INFO must be 16 binary digits");
    }
    return new DjiState(Integer.parseInt(bits, 2));
  }

  private static void readPlaces(Draft draft, Values aircraft, DjiState state)
      throws MalformedException {
    Double latDeg = aircraft.number("CUR_POS_LATITUDE", "LATITUDE");
    Double lonDeg = aircraft.number("CUR_POS_LONGTITUDE", "CUR_POS_LONGITUDE", "LONGITUDE"); // sic
    DjiChecks.position(latDeg, lonDeg);
    if (state.hasPosition()) {
      draft.position(latDeg, lonDeg);
    }
    draft.operator(
        aircraft.number("APP_GPS_LATITUDE"),
        aircraft.number("APP_GPS_LONGITUDE"),
        null,
        OperatorLocationType.LIVE_GNSS);
    if (state.hasHome()) {
      draft.home(aircraft.number("HOME_LATITUDE"), aircraft.number("HOME_LONGITUDE"));
    }
  }

  /** Reads heights; that of (0, 0) is the geoid's and no aircraft's. */
  private static void readVertical(Draft draft, Values aircraft, DjiState state)
      throws MalformedException {
    if (state.hasAltitude() && draft.hasPosition()) {
      draft.unverified(aircraft.number("CUR_GPS_ABS_HEIGHT", "ABS_GPS_HEIGHT"));
    }
    if (state.hasHeight()) {
      draft.height(aircraft.number("CUR_BARO_HEIGHT", "BARO_HEIGHT"), null);
    }
  }

  private static void readVelocity(Draft draft, Values aircraft, DjiState state)
      throws MalformedException {
    Double northMps = aircraft.number("VX_NORTH_SPEED");
    Double eastMps = aircraft.number("VY_EAST_SPEED");
    Double upMps = aircraft.number("VZ_RISE_SPEED");
    DjiChecks.speeds(northMps, eastMps, upMps);
    boolean horizontal = state.hasHorizontalSpeed();
    draft.velocity(
        horizontal ? northMps : null,
        horizontal ? eastMps : null,
        state.hasVerticalSpeed() ? upMps : null);
  }
}
