package org.airwitness.remoteid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the operator is and how the operation is classified (ASTM F3411, System message, type 4).
 *
 * @param classification which scheme the classification follows
 * @param eu meaningful only if the classification is {@link Classification#EUROPEAN_UNION}
 * @param time when the message was made; some senders never update it
 */
public record SystemMessage(
    int version,
    @Nullable Classification classification,
    Operator operator,
    Area area,
    EuLabel eu,
    @Nullable Instant time)
    implements Message {

  public SystemMessage {
    Ranges.requireVersion(version);
    RemoteIdEpoch.require(time);
  }

  /**
   * Where the operator is.
   *
   * @param locationType where the position comes from, {@code null} for the reserved code
   * @param position WGS-84
   * @param geodeticAltitudeM above the WGS-84 ellipsoid, -999.5 to 31767.5
   */
  public record Operator(
      @Nullable OperatorLocationType locationType,
      @Nullable LatLon position,
      @Nullable Double geodeticAltitudeM) {

    public Operator {
      Ranges.requireAltitude("geodeticAltitudeM", geodeticAltitudeM);
    }
  }

  /**
   * The space of a group of aircraft that share one identity.
   *
   * @param count aircraft as sent, 0 to 65535; 0 and 1 both mean one, see {@link #aircraftCount()}
   * @param radiusM 1 to 2550, sent in steps of 10
   * @param geodeticCeilingM above the WGS-84 ellipsoid, -999.5 to 31767.5
   * @param geodeticFloorM above the WGS-84 ellipsoid, -999.5 to 31767.5
   */
  public record Area(
      int count,
      @Nullable Integer radiusM,
      @Nullable Double geodeticCeilingM,
      @Nullable Double geodeticFloorM) {

    /** One aircraft, which needs no area. */
    public static final Area SINGLE_AIRCRAFT = new Area(1, null, null, null);

    public Area {
      Ranges.require("count", count, 0, Ranges.MAX_AREA_COUNT);
      Ranges.require("radiusM", radiusM, 1, Ranges.MAX_AREA_RADIUS_M);
      Ranges.requireAltitude("geodeticCeilingM", geodeticCeilingM);
      Ranges.requireAltitude("geodeticFloorM", geodeticFloorM);
    }

    /** How many aircraft there are, at least 1. */
    public int aircraftCount() {
      return Math.max(1, count);
    }
  }

  /**
   * The EU category of the operation and class of the aircraft, each {@code null} for a reserved
   * code.
   */
  public record EuLabel(@Nullable EuCategory category, @Nullable EuClass uasClass) {

    /** Neither is declared. */
    public static final EuLabel UNDECLARED = new EuLabel(EuCategory.UNDECLARED, EuClass.UNDECLARED);
  }
}
