package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;
import org.jspecify.annotations.Nullable;

/**
 * Reader of airspaces in AIXM 5.1 and 5.1.1 messages.
 *
 * <p>What it does not evaluate it errs on the side of the larger zone with: what is subtracted over
 * a part of the height, or cannot be read for certain, is not cut away, levels of an activation do
 * not narrow the volume, and a temporary or permanent change adds a zone beside that of its
 * baseline. A change of an airspace that is not in the message is quarantined. An identifier is the
 * feature's UUID.
 */
public final class AixmReader implements ZoneReader {
  private static final String ROOT = "AIXMBasicMessage";
  private static final String UUID_PREFIX = "uuid.";

  private final SourceProfile profile;

  /** Reader for one source. */
  public AixmReader(SourceProfile profile) {
    this.profile = profile;
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    XmlDocument.parse(document, reading.issues())
        .ifPresent(root -> new Message(root, reading).read());
    return reading.result();
  }

  /** UUID of a feature: its identifier, else that in its gml:id. */
  private static String uuid(XmlAt feature) {
    String identifier = feature.text("identifier");
    if (identifier != null) {
      return identifier;
    }
    String id = feature.attribute("id");
    return id.startsWith(UUID_PREFIX) ? id.substring(UUID_PREFIX.length()) : id;
  }

  /** One message: its airspaces, and what they refer to. */
  private static final class Message {
    private final XmlAt root;
    private final ZoneReading reading;
    private final Map<String, XmlAt> airspaces = new LinkedHashMap<>();
    private final Map<String, List<Point>> borders = new LinkedHashMap<>();

    Message(XmlAt root, ZoneReading reading) {
      this.root = root;
      this.reading = reading;
    }

    void read() {
      for (XmlAt member : root.children("hasMember")) {
        member.find("Airspace").ifPresent(airspace -> airspaces.put(uuid(airspace), airspace));
        member.find("GeoBorder").ifPresent(border -> borders.put(uuid(border), points(border)));
      }
      if (!root.name().equals(ROOT) || airspaces.isEmpty()) {
        reading.issues().add("", "DOC_EMPTY", Severity.FATAL, "no Airspace in " + root.name());
      }
      airspaces.forEach(this::read);
    }

    private List<Point> points(XmlAt border) {
      return border.descendants("Curve").stream()
          .flatMap(curve -> AixmRing.lines(curve, reading.profile()).stream())
          .toList();
    }

    private void read(String uuid, XmlAt airspace) {
      List<XmlAt> slices = currentSlices(airspace);
      Optional<XmlAt> baseline =
          slices.stream().filter(Message::defines).max(Comparator.comparingInt(Message::sequence));
      baseline.ifPresent(slice -> zone(uuid, slice, slice));
      slices.stream()
          .filter(slice -> !defines(slice))
          .forEach(delta ->
              baseline.ifPresentOrElse(
                  slice -> zone(uuid, delta, slice), () -> pending(uuid, delta)));
    }

    /** The slices without those that a later correction replaces. */
    private static List<XmlAt> currentSlices(XmlAt airspace) {
      Map<String, XmlAt> bySequence = new LinkedHashMap<>();
      for (XmlAt slice :
          airspace.children("timeSlice").stream()
              .flatMap(holder -> holder.children("AirspaceTimeSlice").stream())
              .sorted(
                  Comparator.comparingDouble(slice -> slice.number("correctionNumber").orElse(0)))
              .toList()) {
        bySequence.put(interpretation(slice) + " " + sequence(slice), slice);
      }
      return List.copyOf(bySequence.values());
    }

    private static String interpretation(XmlAt slice) {
      return Objects.requireNonNullElse(slice.text("interpretation"), "BASELINE");
    }

    private static boolean defines(XmlAt slice) {
      return !interpretation(slice).endsWith("DELTA");
    }

    private static int sequence(XmlAt slice) {
      return (int) slice.number("sequenceNumber").orElse(0);
    }

    private void pending(String uuid, XmlAt delta) {
      int since = reading.issues().size();
      delta
          .place()
          .error("AIXM_PENDING", "changes an airspace that is not in the message: " + uuid);
      ZoneKey key = reading.names().nextOfMany(reading.profile().country(), uuid);
      reading.quarantine(delta.path(), key, name(delta, uuid), since, delta.raw());
    }

    /** Makes a zone of a slice; what it does not say is taken from the baseline. */
    private void zone(String uuid, XmlAt slice, XmlAt baseline) {
      int since = reading.issues().size();
      ZoneKey key = reading.names().nextOfMany(reading.profile().country(), uuid);
      XmlAt geometry = slice.children("geometryComponent").isEmpty() ? baseline : slice;
      List<Volume> volumes =
          new AixmGeometry(airspaces, borders, slice.place(), reading.profile())
              .volumes(geometry).stream().distinct().toList();
      Optional<AixmActivation> activation =
          AixmActivation.read(slice, Centres.centre(volumes), reading);
      String name = name(baseline, uuid);
      if (volumes.isEmpty() || activation.isEmpty()) {
        reading.quarantine(slice.path(), key, name, since, slice.raw());
        return;
      }
      String type = Objects.requireNonNullElse(baseline.text("type"), "");
      String message = notes(slice);
      reading.add(
          slice.path(),
          new Zone(
              key.toUuid(),
              key,
              name,
              AirspaceClass.ofAixm(type),
              List.of(),
              message,
              activation.get().activation(),
              reading.profile().unknownHeight(),
              activation.get().periods(),
              volumes,
              details(baseline, name, message),
              slice.raw()));
    }

    private static String name(XmlAt slice, String uuid) {
      List<String> parts =
          Stream.of(slice.text("designator"), slice.text("name")).filter(Objects::nonNull).toList();
      return parts.isEmpty() ? uuid : String.join(" ", parts);
    }

    /** The free texts of the slice, for people; never evaluated. */
    private static @Nullable String notes(XmlAt slice) {
      List<String> notes = new ArrayList<>();
      slice.descendants("note").forEach(note -> notes.add(note.ownText().replaceAll("\\s+", " ")));
      return notes.isEmpty() ? null : String.join("\n", notes);
    }

    private ZoneDetails details(XmlAt slice, String name, @Nullable String message) {
      String language = reading.profile().language();
      Map<String, String> extended = new LinkedHashMap<>();
      for (XmlAt member : slice.children()) {
        if (member.children().isEmpty() && !member.ownText().isEmpty()) {
          extended.put(member.name(), JsonText.of(member.ownText()));
        }
      }
      return ZoneDetails.of(
          List.of(new LocalText(name, language)),
          message == null ? List.of() : List.of(new LocalText(message, language)),
          extended);
    }
  }
}
