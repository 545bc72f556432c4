package org.airwitness.airspace.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.format.VerticalLimits.LimitOf;
import org.jspecify.annotations.Nullable;

/**
 * Reader of temporary flight restrictions of the FAA ({@code XNOTAM-Update}).
 *
 * <p>Times are read as UTC whatever zone the document names beside them; ten-digit times in the
 * text of the NOTAM decide. An area drawn as a single circle stays one; otherwise its merged
 * outline of great circles is used.
 */
public final class FaaTfrReader implements ZoneReader {
  private static final String ROOT = "XNOTAM-Update";
  private static final double NAUTICAL_MILE_M = 1852;
  private static final Pattern COORDINATE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)([NSEW])");
  private static final Pattern SPAN_IN_TEXT = Pattern.compile("\\b(\\d{10})-(\\d{10})\\b");
  private static final DateTimeFormatter TEN_DIGITS = DateTimeFormatter.ofPattern("yyMMddHHmm");

  private final SourceProfile profile;

  /** Reader for one source. */
  public FaaTfrReader(SourceProfile profile) {
    this.profile = profile;
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    XmlDocument.parse(document, reading.issues()).ifPresent(root -> read(root, reading));
    return reading.result();
  }

  private static void read(XmlAt root, ZoneReading reading) {
    List<XmlAt> notams =
        root.children("Group").stream()
            .flatMap(group -> group.children("Add").stream())
            .flatMap(add -> add.children("Not").stream())
            .toList();
    if (!root.name().equals(ROOT) || notams.isEmpty()) {
      reading
          .issues()
          .add(
              "",
              "DOC_EMPTY",
              Severity.FATAL,
              "no restriction in "
                  + root.name()
                  + "; a NOTAM "
                  + "stands under XNOTAM-Update/Group/Add/Not");
    }
    notams.forEach(notam -> zone(notam, reading));
  }

  private static void zone(XmlAt notam, ZoneReading reading) {
    int since = reading.issues().size();
    Place at = notam.place();
    String identifier = Objects.requireNonNullElse(notam.text("NotUid", "txtLocalName"), "");
    ZoneKey key = reading.names().next(reading.profile().country(), identifier, at.path());
    List<Volume> volumes = new ArrayList<>();
    List<XmlAt> areas =
        notam.find("TfrNot").map(tfr -> tfr.children("TFRAreaGroup")).orElse(List.of());
    areas.forEach(area -> volumes.addAll(volumes(area, reading.profile())));
    Optional<Applicability> period = period(notam);
    if (identifier.isEmpty()) {
      at.error("FIELD_MISSING", "a NOTAM has a txtLocalName");
    }
    if (identifier.isEmpty() || volumes.isEmpty() || period.isEmpty()) {
      reading.quarantine(at.path(), key, identifier, since, notam.raw());
      return;
    }
    String text = notam.text("txtDescrTraditional");
    reading.add(
        at.path(),
        new Zone(
            key.toUuid(),
            key,
            identifier,
            Restriction.PROHIBITED,
            List.of(),
            text,
            Activation.BY_DATA,
            reading.profile().unknownHeight(),
            List.of(period.get()),
            volumes,
            details(notam, text, reading.profile().language()),
            notam.raw()));
  }

  private static Optional<Applicability> period(XmlAt notam) {
    Optional<Instant> from = instant(notam, "dateEffective");
    Optional<Instant> to = instant(notam, "dateExpire");
    String text = Objects.requireNonNullElse(notam.text("txtDescrTraditional"), "");
    Matcher span = SPAN_IN_TEXT.matcher(text);
    if (span.find()) {
      Optional<Instant> published = from;
      Optional<Instant> publishedEnd = to;
      from = tenDigits(span.group(1)).or(() -> published);
      to = tenDigits(span.group(2)).or(() -> publishedEnd);
      reportZone(notam);
    }
    if (from.isEmpty()) {
      notam.place().error("TIME_FORMAT", "no readable dateEffective");
      return Optional.empty();
    }
    if (to.isPresent() && !from.get().isBefore(to.get())) {
      notam.place().error("TIME_ORDER", "starts at " + from.get() + " but ends at " + to.get());
      return Optional.empty();
    }
    return Optional.of(new Applicability(false, from.get(), to.orElse(null), List.of()));
  }

  private static void reportZone(XmlAt notam) {
    String zone = Objects.requireNonNullElse(notam.text("codeTimeZone"), "UTC");
    if (!zone.equals("UTC")) {
      notam
          .place()
          .warn("TIME_ZONE_CONFLICT", "codeTimeZone says " + zone + ", the text gives UTC: UTC");
    }
  }

  private static Optional<Instant> instant(XmlAt notam, String element) {
    String text = notam.text(element);
    return text == null
        ? Optional.empty()
        : TimeText.dateTime(text).map(TimeText.DateTime::asStart);
  }

  private static Optional<Instant> tenDigits(String digits) {
    try {
      return Optional.of(LocalDateTime.parse(digits, TEN_DIGITS).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<Volume> volumes(XmlAt area, SourceProfile profile) {
    Place at = area.place();
    Limit lower = limit(area, "Lower", Limit::lower);
    Limit upper = limit(area, "Upper", profile::upper);
    new VerticalLimits(lower, upper).report(at);
    return shapes(area, profile).stream().map(shape -> new Volume(shape, lower, upper)).toList();
  }

  private static Limit limit(XmlAt area, String side, LimitOf kind) {
    OptionalDouble value = area.number("aseTFRArea", "valDistVer" + side);
    if (value.isEmpty()) {
      return Limit.notStated();
    }
    Unit unit = "FL".equals(area.text("aseTFRArea", "uomDistVer" + side)) ? Unit.FL : Unit.FT;
    String code = area.text("aseTFRArea", "codeDistVer" + side);
    if (code == null) {
      area.place().info("VERT_DATUM_ASSUMED", "no codeDistVer" + side + ": AMSL assumed");
    }
    Datum datum =
        switch (Objects.requireNonNullElse(code, "")) {
          case "HEI" -> Datum.AGL;
          case "STD" -> Datum.STD;
          default -> Datum.AMSL;
        };
    return kind.limit(value.getAsDouble(), unit, datum);
  }

  private static List<? extends Shape> shapes(XmlAt area, SourceProfile profile) {
    List<XmlAt> drawn =
        area.find("aseShapes", "Abd").map(abd -> abd.children("Avx")).orElse(List.of());
    if (drawn.size() == 1 && "CIR".equals(drawn.getFirst().text("codeType"))) {
      return circle(drawn.getFirst()).stream().toList();
    }
    List<Point> corners = new ArrayList<>();
    for (XmlAt vertex :
        area.find("abdMergedArea").map(merged -> merged.children("Avx")).orElse(List.of())) {
      point(vertex, "geoLat", "geoLong").ifPresent(corners::add);
    }
    Place at = area.place();
    List<Point> outline = GeodesicEdges.asPublished(closed(corners), profile);
    return Polygons.of(List.of(outline), _ -> at, at, at, profile);
  }

  /** The published chain does not have to repeat its first point. */
  private static List<Point> closed(List<Point> corners) {
    if (corners.isEmpty() || corners.getFirst().equals(corners.getLast())) {
      return corners;
    }
    List<Point> closed = new ArrayList<>(corners);
    closed.add(corners.getFirst());
    return closed;
  }

  private static Optional<Circle> circle(XmlAt shape) {
    OptionalDouble radius = shape.number("valRadiusArc");
    if (radius.isEmpty() || radius.getAsDouble() <= 0) {
      shape.place().error("GEOM_RADIUS", "a radius is a number above 0");
      return Optional.empty();
    }
    double metres = "NM".equals(shape.text("uomRadiusArc")) ? NAUTICAL_MILE_M : 1;
    return point(shape, "geoLatArc", "geoLongArc")
        .map(centre -> new Circle(centre.lonDeg(), centre.latDeg(), radius.getAsDouble() * metres));
  }

  private static Optional<Point> point(XmlAt at, String lat, String lon) {
    OptionalDouble latDeg = degrees(at.text(lat), "S");
    OptionalDouble lonDeg = degrees(at.text(lon), "W");
    if (latDeg.isEmpty() || lonDeg.isEmpty()) {
      at.place().error("GEOM_TYPE", "a point has a geoLat such as 33.5N and a geoLong");
      return Optional.empty();
    }
    return PointReader.inRange(new Point(lonDeg.getAsDouble(), latDeg.getAsDouble()), at.place());
  }

  private static OptionalDouble degrees(@Nullable String text, String negative) {
    Matcher matcher = COORDINATE.matcher(String.valueOf(text));
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(matcher.group(1));
    return OptionalDouble.of(matcher.group(2).equals(negative) ? -value : value);
  }

  private static ZoneDetails details(XmlAt notam, @Nullable String text, String language) {
    Map<String, String> extended = new LinkedHashMap<>();
    for (XmlAt child : notam.children()) {
      if (child.children().isEmpty()) {
        extended.put(child.name(), JsonText.of(child.ownText()));
      }
    }
    return ZoneDetails.of(
        List.of(), text == null ? List.of() : List.of(new LocalText(text, language)), extended);
  }
}
