package org.airwitness.remoteid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages in the layout of the expected values: raw codes, and numbers without a range check,
 * which are taken from the finding that names them.
 */
final class CaptureView {
  private static final long EPOCH_2019 = Instant.parse("2019-01-01T00:00:00Z").getEpochSecond();

  private final ObjectNode view = TestData.JSON.createObjectNode();
  private final Frame frame;
  private final int index;
  private final Bytes raw;

  private CaptureView(Frame frame, int index) {
    this.frame = frame;
    this.index = index;
    this.raw = frame.findRaw(index).orElseThrow();
  }

  static ObjectNode of(Message message, Frame frame, int index) {
    CaptureView view = new CaptureView(frame, index);
    view.view.put("type", view.raw.at(0) >> 4);
    view.view.put("proto", message.version());
    switch (message) {
      case BasicId basicId -> view.basicId(basicId);
      case Location location -> view.location(location);
      case Authentication page -> view.authentication(page);
      case SelfId selfId -> view.selfId(selfId);
      case SystemMessage system -> view.system(system);
      case OperatorId operatorId -> view.operatorId(operatorId);
      case Unreadable _ -> view.view.put("name", "UNKNOWN");
    }
    return view.view;
  }

  private void basicId(BasicId basicId) {
    code("idType", Field.ID_TYPE, basicId.idType());
    code("uaType", Field.UA_TYPE, basicId.uaType());
    switch (basicId.id()) {
      case UasId.Session session -> hex("uasId", session.bytes().hex());
      case UasId.Text text when basicId.idType() != null -> view.put("uasId", text.text());
      case UasId.Text _ -> hex("uasId", raw.slice(2, 20).hex());
      case UasId.Utm utm -> view.put("uasId", utm.uuid().toString());
      case null -> text("uasId", Field.UAS_ID, null);
    }
    String reserved = claimed(Field.RESERVED);
    if (reserved != null) {
      view.put("reservedNonZero", reserved);
    }
  }

  private void location(Location location) {
    code("status", Field.STATUS, location.status());
    code("heightType", Field.HEIGHT_REFERENCE, location.altitudes().heightReference());
    number("direction_deg", Field.COURSE, location.motion().courseDeg(), 1);
    number("speed_mps", Field.GROUND_SPEED, location.motion().groundSpeedMps(), 1);
    number("vspeed_mps", Field.VERTICAL_SPEED, location.motion().verticalSpeedMps(), 0.5);
    position("lat", "lon", location.position(), Field.LATITUDE, Field.LONGITUDE);
    view.put("altBaro_m", location.altitudes().pressureAltitudeM());
    view.put("altGeo_m", location.altitudes().geodeticAltitudeM());
    view.put("height_m", location.altitudes().heightM());
    code("vertAcc", Field.VERTICAL_ACCURACY, location.accuracies().vertical());
    code("horizAcc", Field.HORIZONTAL_ACCURACY, location.accuracies().horizontal());
    code("baroAcc", Field.PRESSURE_ALTITUDE_ACCURACY, location.accuracies().pressureAltitude());
    code("speedAcc", Field.SPEED_ACCURACY, location.accuracies().speed());
    number("ts_raw", Field.TIME, asDouble(location.hourTenths()), 1);
    Double timeS = location.accuracies().timeS();
    view.put("tsAcc", timeS == null ? 0 : Math.round(timeS * 10));
  }

  private void authentication(Authentication page) {
    view.put("authType", page.authTypeCode());
    view.put("page", page.page());
    view.put("data", page.data().hex());
    Authentication.Header header = page.header();
    if (header != null) {
      view.put("lastPage", header.lastPage());
      view.put("length", header.length());
      view.put("ts_2019", secondsSince2019(header.time()));
    }
  }

  private void selfId(SelfId selfId) {
    view.put("descType", selfId.descriptionTypeCode());
    text("desc", Field.DESCRIPTION, selfId.description());
  }

  private void system(SystemMessage system) {
    code("classification", Field.CLASSIFICATION, system.classification());
    code("opLocType", Field.OPERATOR_LOCATION_TYPE, system.operator().locationType());
    position(
        "opLat",
        "opLon",
        system.operator().position(),
        Field.OPERATOR_LATITUDE,
        Field.OPERATOR_LONGITUDE);
    view.put("opAltGeo_m", system.operator().geodeticAltitudeM());
    view.put("areaCount", system.area().count());
    Integer radiusM = system.area().radiusM();
    view.put("areaRadius_m", radiusM == null ? 0 : radiusM);
    view.put("areaCeil_m", system.area().geodeticCeilingM());
    view.put("areaFloor_m", system.area().geodeticFloorM());
    code("categoryEU", Field.EU_CATEGORY, system.eu().category());
    code("classEU", Field.EU_CLASS, system.eu().uasClass());
    view.put("ts_2019", secondsSince2019(system.time()));
    Instant time = system.time();
    view.put("ts_unix", time == null ? null : Long.valueOf(time.getEpochSecond()));
  }

  private void operatorId(OperatorId operatorId) {
    view.put("opIdType", operatorId.operatorIdTypeCode());
    text("operatorId", Field.OPERATOR_ID, operatorId.id());
  }

  private void code(String name, Field field, @Nullable Coded meaning) {
    String claimed = claimed(field);
    view.put(name, meaning != null ? meaning.code() : Integer.parseInt(String.valueOf(claimed)));
  }

  private void number(String name, Field field, @Nullable Double value, double unit) {
    String claimed = claimed(field);
    Double shown =
        value == null && claimed != null ? (Double) (Double.parseDouble(claimed) * unit) : value;
    view.put(name, shown);
  }

  private void position(
      String lat, String lon, @Nullable LatLon position, Field latField, Field lonField) {
    if (position != null) {
      view.put(lat, position.latDeg());
      view.put(lon, position.lonDeg());
      view.put(lat + "_e7", position.latE7());
      view.put(lon + "_e7", position.lonE7());
    } else if (claimed(latField) == null && claimed(lonField) == null) {
      view.putNull(lat);
      view.putNull(lon);
    } else if (claimed(latField) != null) {
      view.put(lat + "_e7", Long.parseLong(claimed(latField)));
    }
  }

  private void text(String name, Field field, @Nullable String text) {
    String claimed = claimed(field);
    if (claimed == null) {
      view.put(name, text);
    } else {
      hex(name, claimed);
    }
  }

  private void hex(String name, String hex) {
    view.putObject(name).put("hex", hex);
  }

  private @Nullable String claimed(Field field) {
    for (Finding finding : frame.findings()) {
      if (finding.message() == index && finding.field() == field) {
        return finding.raw();
      }
    }
    return null;
  }

  private static @Nullable Double asDouble(@Nullable Integer value) {
    return value == null ? null : Double.valueOf(value);
  }

  private static long secondsSince2019(@Nullable Instant time) {
    return time == null ? 0 : time.getEpochSecond() - EPOCH_2019;
  }
}
