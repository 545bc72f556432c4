package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.OperatorLocationType;
import org.jspecify.annotations.Nullable;

/**
 * Reads one aircraft as the decoder of a WarDragon kit publishes it: named blocks, in a list or as
 * one object, with values in text and units.
 *
 * <p>The decoder has faults, which are undone where that is possible: half a position on the
 * equator or the prime meridian, 63.75 m/s called unknown. The operator's location type is read
 * with one bit, so that only "Dynamic" is believed.
 */
final class DragonSyncBlocks {
  private static final String BASIC_ID = "Basic ID";
  private static final String LOCATION = "Location/Vector Message";
  private static final String SYSTEM = "System Message";
  private static final String SELF_ID = "Self-ID Message";
  private static final String OPERATOR_ID = "Operator ID Message";
  private static final String FREQUENCY = "Frequency Message";
  private static final Set<String> BLOCKS =
      Set.of(BASIC_ID, LOCATION, SYSTEM, SELF_ID, OPERATOR_ID, FREQUENCY, "Authentication Message");

  /** Blocks of the same project's test transmitter, whose values are raw codes. */
  private static final Set<String> TRANSMITTER_BLOCKS =
      Set.of("Location Vector", "System", "Self ID", "Operator ID", "ADI");

  /** Speed the decoder takes for unknown although only its twin in the other range is. */
  private static final double MISTAKEN_SPEED_MPS = 63.75;

  private final JsonNode node;

  private DragonSyncBlocks(JsonNode node) {
    this.node = node;
  }

  /** Whether a list is one aircraft. */
  static boolean isList(JsonNode node) {
    if (!node.isArray()) {
      return false;
    }
    for (JsonNode element : node) {
      if (isDictionary(element)) {
        return true;
      }
    }
    return false;
  }

  static boolean isDictionary(JsonNode node) {
    if (node.isObject()) {
      for (String name : (Iterable<String>) node::fieldNames) {
        if (BLOCKS.contains(name) || TRANSMITTER_BLOCKS.contains(name)) {
          return true;
        }
      }
    }
    return false;
  }

  static void read(Item item, Feed feed, JsonNode node) throws MalformedException {
    new DragonSyncBlocks(node).read(item, feed);
  }

  private void read(Item item, Feed feed) throws MalformedException {
    if (TRANSMITTER_BLOCKS.stream().anyMatch(name -> !blocks(name).isEmpty())) {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "this is the input of a test transmitter with raw codes; a decoder's blocks are called "
              + LOCATION
              + ", "
              + SYSTEM);
    }
    Draft draft = new Draft();
    String text = text();
    String id = id();
    boolean dji = text != null && text.startsWith("DJI");
    boolean alert = text != null && text.contains("(alert)");
    if (alert || DragonSyncDrone.isEncrypted(id, text)) {
      draft.id(DragonSyncDrone.hash(id), ClaimedId.Type.DJI_HASH);
      draft.finding("dji.encrypted"); // the position is the kit's own
    } else {
      readIdentity(draft, dji);
      readLocation(draft, dji);
      readSystem(draft, dji);
      if (!dji) {
        draft.selfId(text);
      }
    }
    feed.add(
        Records.sighting(
            feed, item, "dragonsync-json", SensorTime.NONE, reception(dji || alert), draft));
  }

  private @Nullable String text() throws MalformedException {
    for (Values selfId : blocks(SELF_ID)) {
      return selfId.text("text");
    }
    return null;
  }

  private @Nullable String id() throws MalformedException {
    for (Values basicId : blocks(BASIC_ID)) {
      return basicId.text("id");
    }
    return null;
  }

  private void readIdentity(Draft draft, boolean dji) throws MalformedException {
    for (Values basicId : blocks(BASIC_ID)) {
      draft.id(basicId.text("id"), dji ? ClaimedId.Type.DJI : IdTypes.of(basicId.text("id_type")));
      draft.uaType(basicId.code("ua_type"));
    }
    for (Values operatorId : blocks(OPERATOR_ID)) {
      draft.operatorId(operatorId.text("operator_id"));
    }
  }

  private void readLocation(Draft draft, boolean dji) throws MalformedException {
    for (Values location : blocks(LOCATION)) {
      draft.status(DragonSyncDrone.status(location.text("op_status")));
      readPosition(draft, location);
      draft.motion(location.number("direction"), speedMps(location), location.number("vert_speed"));
      draft.pressure(zeroIsUnknown(location.number("pressure_altitude"), dji));
      Double altitudeM = zeroIsUnknown(location.number("geodetic_altitude"), dji);
      if (dji) {
        draft.unverified(altitudeM);
      } else {
        draft.geodetic(altitudeM);
      }
      draft.height(
          zeroIsUnknown(location.number("height_agl"), dji),
          dji ? null : DragonSyncDrone.heightReference(location.text("height_type")));
      draft.accuracyBounds(
          location.bound("horizontal_accuracy"), location.bound("vertical_accuracy"));
      draft.hourSeconds(hourSeconds(location.text("timestamp")));
    }
  }

  /** Reads a position; one coordinate alone was 0 and has been called unknown. */
  private static void readPosition(Draft draft, Values location) throws MalformedException {
    Double latDeg = location.number("latitude");
    Double lonDeg = location.number("longitude");
    if (latDeg == null != (lonDeg == null)) {
      draft.finding("value.reconstructed");
      latDeg = latDeg == null ? Double.valueOf(0) : latDeg;
      lonDeg = lonDeg == null ? Double.valueOf(0) : lonDeg;
    }
    draft.position(latDeg, lonDeg);
  }

  private static @Nullable Double speedMps(Values location) throws MalformedException {
    Double speedMps = location.number("speed");
    boolean mistaken =
        speedMps == null
            && location.has("speed")
            && Double.valueOf(0.25).equals(location.number("speed_multiplier"));
    return mistaken ? Double.valueOf(MISTAKEN_SPEED_MPS) : speedMps;
  }

  private static @Nullable Double zeroIsUnknown(@Nullable Double value, boolean applies) {
    return applies && value != null && value == 0 ? null : value;
  }

  /** Returns the seconds of a text such as {@code 42 min 17.1 s}. */
  private static @Nullable Double hourSeconds(@Nullable String text) {
    int minutes = text == null ? -1 : text.indexOf("min");
    if (text == null || minutes < 0) {
      return null;
    }
    Measure min = Measure.find(text.substring(0, minutes));
    Measure s = Measure.find(text.substring(minutes + 3));
    return min == null || s == null ? null : Double.valueOf(min.value() * 60 + s.value());
  }

  private void readSystem(Draft draft, boolean dji) throws MalformedException {
    for (Values system : blocks(SYSTEM)) {
      boolean live = dji || "Dynamic".equals(system.text("operator_location_type"));
      draft.operator(
          system.number("latitude", "operator_lat"),
          system.number("longitude", "operator_lon"),
          system.number("geodetic_altitude", "operator_altitude_geo"),
          live ? OperatorLocationType.LIVE_GNSS : null);
      draft.home(system.number("home_lat"), system.number("home_lon"));
    }
  }

  /** Reads how it was heard, which is in the first block or in every one. */
  private Reception reception(boolean dji) throws MalformedException {
    String address = null;
    Integer rssiDbm = null;
    Integer khz = null;
    Transport transport = dji ? Transport.DJI_OCUSYNC : Transport.UNKNOWN;
    for (Values block : all()) {
      address = address == null ? block.address("MAC") : address;
      rssiDbm = rssiDbm == null ? block.rssiDbm("RSSI", "rssi") : rssiDbm;
      khz = khz == null ? block.frequencyKhz("frequency_mhz", "frequency") : khz;
      Transport named = Transports.of(block.text("transport"));
      transport = named == Transport.UNKNOWN ? transport : named;
    }
    return new Reception(transport, address, rssiDbm, null, khz, null);
  }

  private List<Values> all() throws MalformedException {
    List<Values> all = new ArrayList<>();
    for (String name : BLOCKS) {
      all.addAll(blocks(name));
    }
    return all;
  }

  private List<Values> blocks(String name) {
    List<Values> found = new ArrayList<>(1);
    if (node.isObject()) {
      addBlock(found, node.get(name));
    } else {
      node.forEach(element -> addBlock(found, element.get(name)));
    }
    return found;
  }

  private static void addBlock(List<Values> found, @Nullable JsonNode block) {
    if (block != null && block.isObject()) {
      found.add(Values.ofObject(block));
    } else if (block != null && block.isArray()) {
      block.forEach(one -> addBlock(found, one));
    } else if (block != null) {
      found.add(Values.ofObject(Json.TOLERANT.createObjectNode()));
    }
  }
}
