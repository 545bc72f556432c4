package org.airwitness.ingest.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwitness.ingest.core.Altitudes;
import org.airwitness.ingest.core.Claim;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.DroneTime;
import org.airwitness.ingest.core.Flight;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.SelfId;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.UasId;
import org.jspecify.annotations.Nullable;

/** From Remote ID frames to claims. */
final class RemoteIdClaims {
  private RemoteIdClaims() {}

  static Claim of(Frame frame) {
    List<ClaimedId> ids = new ArrayList<>(2);
    UaType uaType = null;
    for (BasicId basicId : frame.list(BasicId.class)) {
      id(basicId).ifPresent(ids::add);
      uaType = known(basicId.uaType(), uaType);
    }
    return new Claim(
        ids,
        uaType,
        frame.find(Location.class).map(RemoteIdClaims::flight).orElse(null),
        frame.find(SystemMessage.class).map(SystemMessage::operator).orElse(null),
        null,
        frame.find(OperatorId.class).map(OperatorId::id).orElse(null),
        frame.find(SelfId.class).map(SelfId::description).orElse(null));
  }

  /** Returns the names of what was malformed, each once. */
  static List<String> findings(Frame frame) {
    return names(frame.findings());
  }

  static List<String> names(List<Finding> findings) {
    return findings.stream().map(finding -> finding.reason().rule()).distinct().toList();
  }

  private static @Nullable UaType known(@Nullable UaType type, @Nullable UaType otherwise) {
    return type == null || type == UaType.NOT_DECLARED ? otherwise : type;
  }

  private static Optional<ClaimedId> id(BasicId basicId) {
    return switch (basicId.id()) {
      case null -> Optional.empty();
      case UasId.Text text when text.text().isBlank() -> Optional.empty();
      case UasId.Text text -> Optional.of(new ClaimedId(text.text(), type(basicId.idType())));
      case UasId.Utm utm -> Optional.of(new ClaimedId(utm.uuid().toString(), ClaimedId.Type.UTM));
      case UasId.Session session ->
          Optional.of(new ClaimedId(session.bytes().hex(), ClaimedId.Type.SESSION));
    };
  }

  static ClaimedId.Type type(@Nullable IdType type) {
    return switch (type) {
      case SERIAL_NUMBER -> ClaimedId.Type.SERIAL;
      case CAA_REGISTRATION -> ClaimedId.Type.CAA;
      case UTM_UUID -> ClaimedId.Type.UTM;
      case SPECIFIC_SESSION -> ClaimedId.Type.SESSION;
      case NONE -> ClaimedId.Type.UNTYPED;
      case null -> ClaimedId.Type.UNTYPED;
    };
  }

  private static Flight flight(Location location) {
    Location.Altitudes altitudes = location.altitudes();
    Integer tenths = location.hourTenths();
    return new Flight(
        location.status(),
        location.position(),
        location.motion(),
        new Altitudes(
            altitudes.pressureAltitudeM(),
            altitudes.geodeticAltitudeM(),
            null,
            null,
            altitudes.heightM(),
            altitudes.heightReference()),
        location.accuracies(),
        tenths == null ? null : new DroneTime.OfHour(tenths));
  }
}
