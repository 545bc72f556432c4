package org.airwitness.ingest.core.format;

import java.util.Locale;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.OperatorLocationType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drone as DragonSync publishes it. It writes 0 for every number it does not know, so that
 * unknown has to be made out from the numbers beside it ({@code value.reconstructed}).
 */
final class DragonSyncDrone {
  private static final String ALERT = "drone-alert";
  private static final double FIRST_WRAPPED_M = 32_768;
  private static final double LAST_WRAPPED_M = 65_535;
  private static final double WRAP_M = 65_536;

  private DragonSyncDrone() {}

  static void read(Item item, Feed feed, Values record) throws MalformedException {
    Draft draft = new Draft();
    String id = record.text("id");
    String description = record.text("description");
    boolean dji = description != null && description.startsWith("DJI");
    if (isEncrypted(id, description)) {
      draft.id(hash(id), ClaimedId.Type.DJI_HASH);
      draft.finding("dji.encrypted");
    } else {
      readIdentity(draft, record, id, dji);
      readFlight(draft, record, dji);
      readPeople(draft, record, dji);
    }
    Transport transport = Transports.of(record.text("transport"));
    Reception reception =
        new Reception(
            dji && transport == Transport.UNKNOWN ? Transport.DJI_OCUSYNC : transport,
            record.address("mac"),
            record.rssiDbm("rssi"),
            null,
            record.frequencyKhz("freq_mhz", "freq"),
            null);
    var time = Records.time(record.time("observed_at"));
    feed.add(Records.sighting(feed, item, "dragonsync-json", time, reception, draft));
  }

  static boolean isEncrypted(@Nullable String id, @Nullable String description) {
    return id != null && id.startsWith(ALERT)
        || description != null && description.contains("DJI Encrypted");
  }

  /** Returns the hash an alert is named by, null when it has none. */
  static @Nullable String hash(@Nullable String id) {
    if (id == null || !id.startsWith(ALERT)) {
      return null;
    }
    String hash = id.substring(ALERT.length()).replaceFirst("^-+", "");
    return hash.isBlank() ? null : hash;
  }

  private static void readIdentity(Draft draft, Values record, @Nullable String id, boolean dji)
      throws MalformedException {
    draft.id(id, dji ? ClaimedId.Type.DJI : IdTypes.of(record.text("id_type")));
    draft.id(record.text("caa_id"), ClaimedId.Type.CAA);
    draft.uaType(record.code("ua_type"));
    draft.operatorId(record.text("operator_id"));
    String description = record.text("description");
    if (dji && description != null && description.contains("Decrypted")) {
      draft.finding("source.third-party-decrypted");
    } else if (!dji) {
      draft.selfId(description);
    }
  }

  private static void readFlight(Draft draft, Values record, boolean dji)
      throws MalformedException {
    draft.position(record.number("lat", "latitude"), record.number("lon", "longitude"));
    draft.status(status(record.text("op_status")));
    Double speedMps = record.number("speed");
    Double courseDeg = record.number("direction");
    if (isZero(courseDeg) && isZero(speedMps)) {
      draft.finding("value.reconstructed");
      courseDeg = null;
    }
    draft.motion(courseDeg, speedMps, record.number("vspeed"));
    readAltitudes(draft, record, dji);
    Double horizontalM = record.bound("horizontal_accuracy");
    draft.accuracyBounds(
        horizontalM == null ? record.bound("gps_accuracy") : horizontalM,
        record.bound("vertical_accuracy"));
  }

  private static void readAltitudes(Draft draft, Values record, boolean dji)
      throws MalformedException {
    Double pressureM = record.number("pressure_altitude");
    Double heightM = record.number("height");
    Double altitudeM = record.number("alt");
    String reference = record.text("height_type");
    if (isZero(heightM) && reference == null) {
      draft.finding("value.reconstructed");
      heightM = null;
    }
    if (isZero(altitudeM) && heightM == null && pressureM == null) {
      draft.finding("value.reconstructed");
      altitudeM = null;
    }
    if (altitudeM != null && altitudeM >= FIRST_WRAPPED_M && altitudeM <= LAST_WRAPPED_M) {
      draft.finding("alt.wrap");
      altitudeM -= WRAP_M;
    }
    if (dji) {
      draft.unverified(altitudeM);
    } else {
      draft.geodetic(altitudeM);
    }
    draft.pressure(pressureM);
    draft.height(heightM, heightReference(reference));
  }

  private static void readPeople(Draft draft, Values record, boolean dji)
      throws MalformedException {
    draft.operator(
        record.number("pilot_lat"),
        record.number("pilot_lon"),
        null,
        dji ? OperatorLocationType.LIVE_GNSS : null);
    draft.home(record.number("home_lat"), record.number("home_lon"));
  }

  static @Nullable FlightStatus status(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "ground" -> FlightStatus.GROUND;
      case "airborne" -> FlightStatus.AIRBORNE;
      case "emergency" -> FlightStatus.EMERGENCY;
      default -> null;
    };
  }

  static @Nullable HeightReference heightReference(@Nullable String text) {
    String plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (plain.contains("takeoff") || plain.contains("take-off")) {
      return HeightReference.TAKEOFF;
    }
    return plain.contains("agl") || plain.contains("ground") ? HeightReference.GROUND : null;
  }

  private static boolean isZero(@Nullable Double value) {
    return value != null && value == 0;
  }
}
