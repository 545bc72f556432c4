package org.airwitness.track.messaging;

import static org.airwitness.track.messaging.ObservationCodec.instant;
import static org.airwitness.track.messaging.ObservationCodec.micros;

import org.airwitness.contract.v1.DroneIdType;
import org.airwitness.contract.v1.Operator;
import org.airwitness.contract.v1.OperatorLocationType;
import org.airwitness.contract.v1.Position;
import org.airwitness.tracking.Fix;
import org.airwitness.tracking.HeightReference;
import org.airwitness.tracking.Identity;
import org.airwitness.tracking.OperatorPosition;
import org.jspecify.annotations.Nullable;

/** Maps what a drone claims between the wire and the tracker. */
final class ClaimCodec {
  private static final double E7 = 1e7;
  private static final double CENTI = 100;
  private static final double MILLI = 1000;

  private ClaimCodec() {}

  static Identity identity(org.airwitness.contract.v1.Identity wire) {
    return new Identity(
        required("drone_id", wire.getDroneId()),
        idType(wire.getType()),
        textOrNull(wire.getUasId()),
        wire.hasUaType() ? wire.getUaType() : null,
        textOrNull(wire.getOperatorId()),
        textOrNull(wire.getSelfId()));
  }

  static org.airwitness.contract.v1.Identity toWire(Identity identity) {
    var wire =
        org.airwitness.contract.v1.Identity.newBuilder()
            .setDroneId(identity.droneId())
            .setType(DroneIdType.valueOf("DRONE_ID_TYPE_" + identity.type().name()));
    if (identity.uasId() != null) {
      wire.setUasId(identity.uasId());
    }
    if (identity.uaType() != null) {
      wire.setUaType(identity.uaType());
    }
    if (identity.operatorId() != null) {
      wire.setOperatorId(identity.operatorId());
    }
    if (identity.selfId() != null) {
      wire.setSelfId(identity.selfId());
    }
    return wire.build();
  }

  /** Returns null for a fix without a position, which says nothing to the tracker. */
  static @Nullable Fix fix(org.airwitness.contract.v1.Fix wire) {
    if (!wire.hasPosition()) {
      return null;
    }
    return new Fix(
        instant(wire.getTimeUs()),
        wire.getPosition().getLatE7() / E7,
        wire.getPosition().getLonE7() / E7,
        wire.hasGeodeticAltitudeCm() ? wire.getGeodeticAltitudeCm() / CENTI : null,
        wire.hasPressureAltitudeCm() ? wire.getPressureAltitudeCm() / CENTI : null,
        wire.hasMeanSeaLevelAltitudeCm() ? wire.getMeanSeaLevelAltitudeCm() / CENTI : null,
        wire.hasHeightCm() ? wire.getHeightCm() / CENTI : null,
        heightReference(wire.getHeightReference()),
        wire.hasSpeedMmps() ? wire.getSpeedMmps() / MILLI : null,
        wire.hasCourseCdeg() ? wire.getCourseCdeg() / CENTI : null,
        wire.hasVerticalSpeedMmps() ? wire.getVerticalSpeedMmps() / MILLI : null,
        wire.hasHorizontalAccuracyCm() ? wire.getHorizontalAccuracyCm() / CENTI : null,
        wire.hasVerticalAccuracyCm() ? wire.getVerticalAccuracyCm() / CENTI : null);
  }

  static org.airwitness.contract.v1.Fix toWire(Fix fix) {
    var wire =
        org.airwitness.contract.v1.Fix.newBuilder()
            .setTimeUs(micros(fix.time()))
            .setPosition(position(fix.latDeg(), fix.lonDeg()))
            .setHeightReference(toWire(fix.heightReference()));
    if (fix.geodeticAltitudeM() != null) {
      wire.setGeodeticAltitudeCm(scaled(fix.geodeticAltitudeM(), CENTI));
    }
    if (fix.pressureAltitudeM() != null) {
      wire.setPressureAltitudeCm(scaled(fix.pressureAltitudeM(), CENTI));
    }
    if (fix.meanSeaLevelAltitudeM() != null) {
      wire.setMeanSeaLevelAltitudeCm(scaled(fix.meanSeaLevelAltitudeM(), CENTI));
    }
    if (fix.heightM() != null) {
      wire.setHeightCm(scaled(fix.heightM(), CENTI));
    }
    if (fix.speedMps() != null) {
      wire.setSpeedMmps(scaled(fix.speedMps(), MILLI));
    }
    if (fix.courseDeg() != null) {
      wire.setCourseCdeg(scaled(fix.courseDeg(), CENTI));
    }
    if (fix.verticalSpeedMps() != null) {
      wire.setVerticalSpeedMmps(scaled(fix.verticalSpeedMps(), MILLI));
    }
    if (fix.horizontalAccuracyM() != null) {
      wire.setHorizontalAccuracyCm(scaled(fix.horizontalAccuracyM(), CENTI));
    }
    if (fix.verticalAccuracyM() != null) {
      wire.setVerticalAccuracyCm(scaled(fix.verticalAccuracyM(), CENTI));
    }
    return wire.build();
  }

  static @Nullable OperatorPosition operator(Operator wire) {
    if (!wire.hasPosition()) {
      return null;
    }
    return new OperatorPosition(
        wire.getPosition().getLatE7() / E7,
        wire.getPosition().getLonE7() / E7,
        wire.hasGeodeticAltitudeCm() ? wire.getGeodeticAltitudeCm() / CENTI : null,
        switch (wire.getLocationType()) {
          case OPERATOR_LOCATION_TYPE_TAKEOFF -> OperatorPosition.Kind.TAKEOFF;
          case OPERATOR_LOCATION_TYPE_LIVE_GNSS -> OperatorPosition.Kind.LIVE_GNSS;
          case OPERATOR_LOCATION_TYPE_FIXED -> OperatorPosition.Kind.FIXED;
          case OPERATOR_LOCATION_TYPE_UNSPECIFIED, UNRECOGNIZED -> OperatorPosition.Kind.UNDECLARED;
        });
  }

  static Operator toWire(OperatorPosition operator) {
    var wire =
        Operator.newBuilder()
            .setPosition(position(operator.latDeg(), operator.lonDeg()))
            .setLocationType(
                switch (operator.kind()) {
                  case TAKEOFF -> OperatorLocationType.OPERATOR_LOCATION_TYPE_TAKEOFF;
                  case LIVE_GNSS -> OperatorLocationType.OPERATOR_LOCATION_TYPE_LIVE_GNSS;
                  case FIXED -> OperatorLocationType.OPERATOR_LOCATION_TYPE_FIXED;
                  case UNDECLARED -> OperatorLocationType.OPERATOR_LOCATION_TYPE_UNSPECIFIED;
                });
    if (operator.geodeticAltitudeM() != null) {
      wire.setGeodeticAltitudeCm(scaled(operator.geodeticAltitudeM(), CENTI));
    }
    return wire.build();
  }

  private static Identity.IdType idType(DroneIdType wire) {
    return switch (wire) {
      case DRONE_ID_TYPE_SERIAL -> Identity.IdType.SERIAL;
      case DRONE_ID_TYPE_CAA -> Identity.IdType.CAA;
      case DRONE_ID_TYPE_UTM -> Identity.IdType.UTM;
      case DRONE_ID_TYPE_SESSION -> Identity.IdType.SESSION;
      case DRONE_ID_TYPE_UNCLASSIFIED -> Identity.IdType.UNCLASSIFIED;
      case DRONE_ID_TYPE_DJI -> Identity.IdType.DJI;
      case DRONE_ID_TYPE_ADDR -> Identity.IdType.ADDR;
      case DRONE_ID_TYPE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("identity.type is not one of the known types");
    };
  }

  private static @Nullable HeightReference heightReference(
      org.airwitness.contract.v1.HeightReference wire) {
    return switch (wire) {
      case HEIGHT_REFERENCE_TAKEOFF -> HeightReference.TAKEOFF;
      case HEIGHT_REFERENCE_GROUND -> HeightReference.GROUND;
      case HEIGHT_REFERENCE_UNSPECIFIED, UNRECOGNIZED -> null;
    };
  }

  private static org.airwitness.contract.v1.HeightReference toWire(
      @Nullable HeightReference reference) {
    return switch (reference) {
      case TAKEOFF -> org.airwitness.contract.v1.HeightReference.HEIGHT_REFERENCE_TAKEOFF;
      case GROUND -> org.airwitness.contract.v1.HeightReference.HEIGHT_REFERENCE_GROUND;
      case null -> org.airwitness.contract.v1.HeightReference.HEIGHT_REFERENCE_UNSPECIFIED;
    };
  }

  private static Position position(double latDeg, double lonDeg) {
    return Position.newBuilder().setLatE7(scaled(latDeg, E7)).setLonE7(scaled(lonDeg, E7)).build();
  }

  private static int scaled(double value, double factor) {
    return (int) Math.round(value * factor);
  }

  private static String required(String field, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(field + " is empty");
    }
    return text;
  }

  private static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
