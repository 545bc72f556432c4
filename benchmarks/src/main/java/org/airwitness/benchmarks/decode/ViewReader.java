package org.airwitness.benchmarks.decode;

import org.airwitness.remoteid.Coded;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.LocationView;
import org.airwitness.remoteid.PackView;
import org.airwitness.remoteid.SystemView;
import org.airwitness.remoteid.TextView;
import org.airwitness.remoteid.UaType;
import org.jspecify.annotations.Nullable;

/** Reads every field of a pack through {@link PackView}. */
final class ViewReader {
  private final PackView view = new PackView();
  private final Facts facts = new Facts();

  long read(byte[] pack) {
    facts.start();
    if (view.wrap(pack, 0, pack.length) != null) {
      return Facts.ABSENT;
    }
    for (int i = 0; i < view.messages(); i++) {
      facts.add(view.type(i));
      facts.add(view.version(i));
      switch (view.type(i)) {
        case 0 -> readBasicId(i);
        case 1 -> read(view.location(i));
        case 3, 5 -> read(view.text(i));
        case 4 -> read(view.system(i));
        default -> facts.add(view.offset(i));
      }
    }
    return facts.sum();
  }

  private void readBasicId(int message) {
    IdType idType = view.idType(message);
    UaType uaType = view.uaType(message);
    facts.add(code(idType));
    facts.add(code(uaType));
    read(view.text(message));
  }

  private void read(TextView text) {
    facts.add(text.length());
    for (int i = 0; i < text.length(); i++) {
      facts.add(text.at(i));
    }
  }

  private void read(LocationView location) {
    facts.add(code(location.status()));
    readPosition(location.hasPosition(), location.latE7(), location.lonE7());
    facts.add(location.courseDeg());
    facts.add(location.groundSpeedMps());
    facts.add(location.verticalSpeedMps());
    facts.add(location.pressureAltitudeM());
    facts.add(location.geodeticAltitudeM());
    facts.add(location.heightM());
    facts.add(code(location.heightReference()));
    facts.add(code(location.horizontalAccuracy()));
    facts.add(code(location.verticalAccuracy()));
    facts.add(code(location.pressureAltitudeAccuracy()));
    facts.add(code(location.speedAccuracy()));
    facts.add(location.timeAccuracyTenths());
    facts.add(location.hourTenths());
  }

  private void read(SystemView system) {
    facts.add(code(system.classification()));
    facts.add(code(system.locationType()));
    readPosition(system.hasPosition(), system.latE7(), system.lonE7());
    facts.add(system.geodeticAltitudeM());
    facts.add(system.areaCount());
    facts.add(system.areaRadiusM());
    facts.add(system.geodeticCeilingM());
    facts.add(system.geodeticFloorM());
    facts.add(code(system.category()));
    facts.add(code(system.uasClass()));
    facts.add(system.epochSecond());
  }

  private void readPosition(boolean present, int latE7, int lonE7) {
    facts.add(present ? latE7 : Facts.ABSENT);
    facts.add(present ? lonE7 : Facts.ABSENT);
  }

  private static long code(@Nullable Coded meaning) {
    return meaning == null ? Facts.ABSENT : meaning.code();
  }
}
