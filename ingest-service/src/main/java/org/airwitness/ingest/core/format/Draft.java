package org.airwitness.ingest.core.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.airwitness.ingest.core.Altitudes;
import org.airwitness.ingest.core.Claim;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.DroneTime;
import org.airwitness.ingest.core.Flight;
import org.airwitness.remoteid.Field;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.HorizontalAccuracy;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.Screen;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.VerticalAccuracy;
import org.jspecify.annotations.Nullable;

/**
 * A claim in the making. Takes values as a feed gives them: null and the sentinels of Remote ID
 * become absent, illegal values become absent with a finding.
 */
final class Draft {
  private static final int MAX_TEXT_CHARS = 64;

  /** A drone that is slower has no course. */
  private static final double MIN_COURSE_SPEED_MPS = 0.3;

  private final List<Finding> screened = new ArrayList<>(0);
  private final Set<String> findings = new LinkedHashSet<>();
  private final Screen screen = new Screen(Finding.WHOLE_FRAME, screened);
  private final List<ClaimedId> ids = new ArrayList<>(1);
  private @Nullable UaType uaType;
  private @Nullable FlightStatus status;
  private @Nullable LatLon position;
  private Location.Motion motion = Location.Motion.UNKNOWN;
  private @Nullable Double pressureM;
  private @Nullable Double geodeticM;
  private @Nullable Double unverifiedM;
  private @Nullable Double heightM;
  private @Nullable HeightReference heightReference;
  private Location.Accuracies accuracies = Location.Accuracies.UNKNOWN;
  private @Nullable DroneTime time;
  private SystemMessage.@Nullable Operator operator;
  private @Nullable LatLon home;
  private @Nullable String operatorId;
  private @Nullable String selfId;

  /** Adds an identifier unless it is absent. */
  void id(@Nullable String text, ClaimedId.Type type) {
    String printable = printable(text);
    if (printable != null) {
      ids.add(new ClaimedId(printable, type));
    }
  }

  private @Nullable String printable(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : screen.text(Field.DESCRIPTION, text.strip(), MAX_TEXT_CHARS);
  }

  void uaType(@Nullable Integer code) {
    uaType = code == null ? null : screen.code(Field.UA_TYPE, code, UaType.ofCode(code));
  }

  void status(@Nullable Integer code) {
    status = code == null ? null : screen.code(Field.STATUS, code, FlightStatus.ofCode(code));
  }

  void status(@Nullable FlightStatus status) {
    this.status = status;
  }

  /** Sets the aircraft's position; half a position and (0, 0) are none. */
  void position(@Nullable Double latDeg, @Nullable Double lonDeg) {
    position = latDeg == null || lonDeg == null ? null : screen.positionDeg(latDeg, lonDeg);
  }

  boolean hasPosition() {
    return position != null;
  }

  void operator(
      @Nullable Double latDeg,
      @Nullable Double lonDeg,
      @Nullable Double altitudeM,
      @Nullable OperatorLocationType type) {
    LatLon place = place(latDeg, lonDeg);
    Double geodetic =
        altitudeM == null ? null : screen.altitudeM(Field.OPERATOR_ALTITUDE, altitudeM);
    operator =
        place == null && geodetic == null
            ? null
            : new SystemMessage.Operator(type, place, geodetic);
  }

  void home(@Nullable Double latDeg, @Nullable Double lonDeg) {
    home = place(latDeg, lonDeg);
  }

  private @Nullable LatLon place(@Nullable Double latDeg, @Nullable Double lonDeg) {
    return latDeg == null || lonDeg == null ? null : screen.operatorPositionDeg(latDeg, lonDeg);
  }

  void motion(@Nullable Double courseDeg, @Nullable Double speedMps, @Nullable Double verticalMps) {
    motion =
        new Location.Motion(
            courseDeg == null ? null : screen.courseDeg(courseDeg),
            speedMps == null ? null : screen.groundSpeedMps(speedMps),
            verticalMps == null ? null : screen.verticalSpeedMps(verticalMps));
  }

  /** Sets the motion from the parts of a velocity; a drone that stands has no course. */
  void velocity(@Nullable Double northMps, @Nullable Double eastMps, @Nullable Double upMps) {
    if (northMps == null || eastMps == null) {
      motion(null, null, upMps);
      return;
    }
    double speedMps = Math.hypot(northMps, eastMps);
    double courseDeg = (Math.toDegrees(Math.atan2(eastMps, northMps)) + 360) % 360;
    motion(speedMps < MIN_COURSE_SPEED_MPS ? null : courseDeg, speedMps, upMps);
  }

  void pressure(@Nullable Double altitudeM) {
    pressureM = altitude(Field.PRESSURE_ALTITUDE, altitudeM);
  }

  void geodetic(@Nullable Double altitudeM) {
    geodeticM = altitude(Field.GEODETIC_ALTITUDE, altitudeM);
  }

  void unverified(@Nullable Double altitudeM) {
    unverifiedM = altitude(Field.ALTITUDE, altitudeM);
  }

  void height(@Nullable Double aboveM, @Nullable HeightReference reference) {
    heightM = altitude(Field.HEIGHT, aboveM);
    heightReference = heightM == null ? null : reference;
  }

  private @Nullable Double altitude(Field field, @Nullable Double altitudeM) {
    return altitudeM == null ? null : screen.altitudeM(field, altitudeM);
  }

  /** Sets accuracies by codes of Remote ID. */
  void accuracyCodes(@Nullable Integer horizontal, @Nullable Integer vertical) {
    accuracies(
        horizontal == null ? null : HorizontalAccuracy.ofCode(horizontal),
        vertical == null ? null : VerticalAccuracy.ofCode(vertical));
  }

  /** Sets accuracies by their bounds, where 0 is unknown. */
  void accuracyBounds(@Nullable Double horizontalM, @Nullable Double verticalM) {
    accuracies(
        horizontalM == null || horizontalM <= 0
            ? null
            : HorizontalAccuracy.tightestFor(Math.nextDown(horizontalM)),
        verticalM == null || verticalM <= 0
            ? null
            : VerticalAccuracy.tightestFor(Math.nextDown(verticalM)));
  }

  private void accuracies(
      @Nullable HorizontalAccuracy horizontal, @Nullable VerticalAccuracy vertical) {
    Location.Accuracies none = Location.Accuracies.UNKNOWN;
    accuracies =
        new Location.Accuracies(
            horizontal == null ? none.horizontal() : horizontal,
            vertical == null ? none.vertical() : vertical,
            none.pressureAltitude(),
            none.speed(),
            null);
  }

  void time(@Nullable DroneTime time) {
    this.time = time;
  }

  /** Sets a time in seconds after the full hour. */
  void hourSeconds(@Nullable Double seconds) {
    Integer tenths = seconds == null ? null : screen.hourTenthsOfSeconds(seconds);
    time = tenths == null ? null : new DroneTime.OfHour(tenths);
  }

  void operatorId(@Nullable String text) {
    operatorId = printable(text);
  }

  void selfId(@Nullable String text) {
    selfId = printable(text);
  }

  void finding(String name) {
    findings.add(name);
  }

  List<String> findings() {
    Set<String> all = new LinkedHashSet<>(findings);
    all.addAll(RemoteIdClaims.names(screened));
    return List.copyOf(all);
  }

  Claim claim() {
    Flight flight =
        new Flight(
            status,
            position,
            motion,
            new Altitudes(pressureM, geodeticM, null, unverifiedM, heightM, heightReference),
            accuracies,
            time);
    boolean flies = flight.saysSomething() || status != null;
    return new Claim(ids, uaType, flies ? flight : null, operator, home, operatorId, selfId);
  }
}
