package org.airwitness.benchmarks.decode;

import org.airwitness.remoteid.Coded;
import org.jspecify.annotations.Nullable;

/** Reads every field of a pack through {@link NaivePack}. */
final class NaiveReader {
  private final Facts facts = new Facts();

  long read(byte[] pack) {
    facts.start();
    for (NaivePack.Content content : NaivePack.decode(pack).messages()) {
      switch (content) {
        case NaivePack.BasicId basicId -> read(basicId);
        case NaivePack.Location location -> read(location);
        case NaivePack.Operator operator -> read(operator);
        case NaivePack.Text text -> {
          facts.add(text.type());
          facts.add(text.version());
          read(text.text());
        }
      }
    }
    return facts.sum();
  }

  private void read(NaivePack.BasicId basicId) {
    facts.add(0);
    facts.add(basicId.version());
    facts.add(code(basicId.idType()));
    facts.add(code(basicId.uaType()));
    read(basicId.text());
  }

  private void read(@Nullable String text) {
    facts.add(text == null ? 0 : text.length());
    for (int i = 0; text != null && i < text.length(); i++) {
      facts.add(text.charAt(i));
    }
  }

  private void read(NaivePack.Location location) {
    facts.add(1);
    facts.add(location.version());
    facts.add(code(location.status()));
    read(location.position());
    read(location.courseDeg());
    read(location.groundSpeedMps());
    read(location.verticalSpeedMps());
    read(location.pressureAltitudeM());
    read(location.geodeticAltitudeM());
    read(location.heightM());
    facts.add(code(location.heightReference()));
    facts.add(code(location.horizontal()));
    facts.add(code(location.vertical()));
    facts.add(code(location.pressure()));
    facts.add(code(location.speed()));
    facts.add(location.timeAccuracyTenths());
    Integer tenths = location.hourTenths();
    facts.add(tenths == null ? Facts.ABSENT : tenths);
  }

  private void read(NaivePack.Operator operator) {
    facts.add(4);
    facts.add(operator.version());
    facts.add(code(operator.classification()));
    facts.add(code(operator.locationType()));
    read(operator.position());
    read(operator.altitudeM());
    facts.add(operator.areaCount());
    facts.add(operator.areaRadiusM());
    read(operator.ceilingM());
    read(operator.floorM());
    facts.add(code(operator.category()));
    facts.add(code(operator.uasClass()));
    facts.add(operator.epochSecond());
  }

  private void read(NaivePack.@Nullable Position position) {
    facts.add(position == null ? Facts.ABSENT : position.latE7());
    facts.add(position == null ? Facts.ABSENT : position.lonE7());
  }

  private void read(@Nullable Double value) {
    facts.add(value == null ? Double.NaN : value);
  }

  private static long code(@Nullable Coded meaning) {
    return meaning == null ? Facts.ABSENT : meaning.code();
  }
}
