package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.format.TimeText.DateTime;
import org.airwitness.airspace.format.VerticalLimits.LimitOf;
import org.jspecify.annotations.Nullable;

/** One OpenAir airspace while its lines are read: what it is; {@link OpenAirShape} is where. */
final class OpenAirRecord {
  private static final String NONE = "NONE";

  private final ZoneReading reading;
  private final Place begin;
  private final int since;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final OpenAirShape shape;
  private final List<Applicability> windows = new ArrayList<>();
  private final StringBuilder raw = new StringBuilder();
  private @Nullable Limit lower;
  private @Nullable Limit upper;
  private boolean byNotam;
  private boolean windowed;
  private boolean drawingOnly = true;

  OpenAirRecord(ZoneReading reading, Place begin, String airspaceClass, @Nullable Point centre) {
    this.reading = reading;
    this.begin = begin;
    since = reading.issues().size();
    shape = new OpenAirShape(begin, centre);
    texts.put("AC", airspaceClass);
  }

  /** Centre that the next record starts with. */
  @Nullable Point centre() {
    return shape.centre();
  }

  void keep(String line) {
    raw.append(line).append('\n');
  }

  void read(String command, String argument, Place at) {
    boolean drawing = false;
    switch (command) {
      case "AN", "AG", "AX", "AI", "AY", "AF" -> texts.put(command, argument);
      case "AR" -> {
        at.info("FIELD_ALIAS", "read as AF");
        texts.put("AF", argument);
      }
      case "AA" -> window(argument, at);
      case "AL" -> lower = limit(lower, argument, Limit::lower, at);
      case "AH" -> upper = limit(upper, argument, reading.profile()::upper, at);
      case "V" -> drawing = !shape.variable(argument, at);
      case "DP", "DA", "DB", "DC", "DY" -> shape.draw(command, argument, at);
      case "SP", "SB", "AT", "TO", "TC", "TM", "AW", "AP", "TW" -> drawing = true;
      default -> at.info("OA_COMMAND", command + " is no command; kept as published");
    }
    if (drawing) {
      at.info("OA_SKIPPED", "for drawing, or private; kept as published");
    } else {
      drawingOnly = false;
    }
  }

  private Limit limit(@Nullable Limit before, String text, LimitOf kind, Place at) {
    if (before != null) {
      at.info("OA_DUPLICATE", "a second limit of this kind; the last one counts");
    }
    SourceProfile profile = reading.profile();
    AltitudeText read =
        AltitudeText.of(
            text, new AltitudeText.Defaults(profile.defaultUnit(), profile.defaultDatum(), kind));
    byNotam |= read.report(text, at);
    return read.limit();
  }

  private void window(String text, Place at) {
    windowed = true;
    String[] ends = text.strip().split("\\s*/\\s*", 2);
    if (ends.length == 1 && ends[0].equalsIgnoreCase(NONE)) {
      byNotam = true;
      at.warn("TIME_BY_NOTAM", "activated by NOTAM");
      return;
    }
    if (ends.length == 2 && ends[0].equalsIgnoreCase(NONE) && ends[1].equalsIgnoreCase(NONE)) {
      byNotam = true;
      at.warn("TIME_FORMAT", "NONE/NONE read as NONE: activated by NOTAM");
      return;
    }
    Optional<DateTime> from = TimeText.dateTime(ends[0]);
    Optional<DateTime> to = ends.length == 2 ? TimeText.dateTime(ends[1]) : Optional.empty();
    boolean readable =
        (from.isPresent() || ends[0].equalsIgnoreCase(NONE))
            && (to.isPresent() || (ends.length == 2 && ends[1].equalsIgnoreCase(NONE)));
    if (readable) {
      keep(from.map(DateTime::asStart).orElse(null), to.map(DateTime::asEnd).orElse(null), at);
    } else {
      at.error("TIME_FORMAT", "\"" + text + "\" is no interval such as 2026-08-14T12:00Z/NONE");
    }
  }

  private void keep(@Nullable Instant from, @Nullable Instant to, Place at) {
    if (from != null && to != null && !from.isBefore(to)) {
      at.error("TIME_ORDER", "starts at " + from + " but ends at " + to + "; left out");
    } else {
      windows.add(new Applicability(false, from, to, List.of()));
    }
  }

  /** Makes a zone of the record, or keeps it out with the reasons. */
  void finish() {
    if (drawingOnly) {
      begin.info("OA_STYLE_ONLY", "class and drawing commands only: not an airspace");
      return;
    }
    String airspaceClass = texts.getOrDefault("AC", "");
    String name = texts.getOrDefault("AN", "");
    if (name.isEmpty()) {
      begin.info("OA_NO_NAME", "no name: the class is used");
    }
    String shownName = name.isEmpty() ? airspaceClass : name;
    String identifier = texts.getOrDefault("AI", shownName);
    ZoneKey key = reading.names().nextOfMany(reading.profile().country(), identifier);
    Limit floor = Objects.requireNonNullElse(lower, Limit.notStated());
    Limit ceiling = Objects.requireNonNullElse(upper, Limit.notStated());
    new VerticalLimits(floor, ceiling).reportOrder(begin);
    List<Volume> volumes =
        shape.shapes(reading.profile()).stream()
            .map(s -> new Volume(s, floor, ceiling))
            .distinct()
            .toList();
    boolean never = windowed && windows.isEmpty() && !byNotam;
    if (volumes.isEmpty() || never) {
      reading.quarantine(begin.path(), key, shownName, since, raw.toString());
      return;
    }
    Activation activation = byNotam ? reading.byNotam() : Activation.BY_DATA;
    reading.add(
        begin.path(),
        new Zone(
            key.toUuid(),
            key,
            shownName,
            AirspaceClass.ofOpenAir(airspaceClass, texts.getOrDefault("AY", "")),
            List.of(),
            null,
            activation,
            reading.profile().unknownHeight(),
            byNotam ? List.of() : windows,
            volumes,
            details(name),
            raw.toString()));
  }

  private ZoneDetails details(String name) {
    Map<String, String> extended = new LinkedHashMap<>();
    texts.forEach((command, text) -> extended.put(command, JsonText.of(text)));
    String language = reading.profile().language();
    return ZoneDetails.of(
        name.isEmpty() ? List.of() : List.of(new LocalText(name, language)), List.of(), extended);
  }
}
