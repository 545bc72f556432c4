package org.airwitness.airspace.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Authority;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.format.FeatureMapping.As;
import org.airwitness.airspace.format.FeatureMapping.LimitSource;
import org.airwitness.airspace.format.FeatureMapping.Source;
import org.airwitness.airspace.format.TimeText.DateTime;
import org.airwitness.airspace.format.VerticalLimits.LimitOf;
import org.jspecify.annotations.Nullable;

/** Maker of zones from features whose members a {@link FeatureMapping} names. */
final class MappedFeatureReader {
  private final ZoneReading reading;
  private final SourceProfile profile;
  private final FeatureMapping mapping;

  MappedFeatureReader(ZoneReading reading, FeatureMapping mapping) {
    this.reading = reading;
    this.mapping = mapping;
    profile = reading.profile();
  }

  /** Makes a zone of the feature, or keeps it out with the reasons. */
  void read(JsonAt feature, String raw) {
    int since = reading.issues().size();
    String identifier = text(feature, mapping.identifier());
    String name = text(feature, mapping.name());
    String fallback = Objects.requireNonNullElse(feature.member("id").text(), "");
    String known = first(identifier, name, fallback);
    String shownName = first(name, identifier, fallback);
    ZoneKey key = reading.names().next(profile.country(), known, feature.path());
    if (mapping.skipWhen().stream().anyMatch(condition -> condition.holds(feature))) {
      reading.skip(feature.place(), key, shownName, raw);
      return;
    }
    if (known.isEmpty()) {
      feature.error("FIELD_MISSING", "a zone needs an identifier or at least a name");
    }
    Limits limits = limits(feature);
    List<Volume> volumes = volumes(feature, limits.values());
    Optional<List<Applicability>> periods = periods(feature);
    Restriction restriction = restriction(feature);
    if (known.isEmpty() || volumes.isEmpty() || periods.isEmpty()) {
      reading.quarantine(feature.path(), key, shownName, since, raw);
      return;
    }
    boolean byNotam =
        limits.byNotam()
            || mapping.activatedByNotam().stream().anyMatch(condition -> condition.holds(feature));
    reading.add(
        feature.path(),
        new Zone(
            key.toUuid(),
            key,
            shownName,
            restriction,
            mapping.reason() == null ? List.of() : ZoneText.reasons(at(feature, mapping.reason())),
            text(feature, mapping.message()),
            byNotam ? reading.byNotam() : Activation.BY_DATA,
            profile.unknownHeight(),
            periods.get(),
            volumes,
            details(feature, name),
            raw));
  }

  private static String first(@Nullable String one, @Nullable String other, String last) {
    return one != null ? one : Objects.requireNonNullElse(other, last);
  }

  private static JsonAt at(JsonAt feature, Source source) {
    return feature.at(Objects.requireNonNullElse(source.pointer(), ""));
  }

  /** The text of a source, null when there is none. */
  private static @Nullable String text(JsonAt feature, @Nullable Source source) {
    if (source == null) {
      return null;
    }
    String published = source.pointer() == null ? null : scalar(at(feature, source));
    String text = published == null ? source.constant() : published;
    if (text == null) {
      return null;
    }
    String plain = source.as() == As.HTML ? HtmlText.plain(text) : text;
    String found = source.pattern() == null ? plain : group(source.pattern().matcher(plain));
    return found == null ? null : source.values().getOrDefault(found, found);
  }

  /** Numbers are as good as texts in attributes that are the publisher's own. */
  private static @Nullable String scalar(JsonAt member) {
    return member.node().isNumber() ? member.node().asText() : member.text();
  }

  private static @Nullable String group(Matcher matcher) {
    return matcher.find() ? matcher.group(1) : null;
  }

  private Restriction restriction(JsonAt feature) {
    Source source = mapping.restriction();
    String word = text(feature, source);
    JsonAt member = source == null ? feature : at(feature, source);
    if (word == null) {
      member.warn("FIELD_MISSING", "no restriction: CONDITIONAL assumed");
      return Restriction.CONDITIONAL;
    }
    Optional<Restriction> restriction = ZoneText.find(Restriction.class, word);
    if (restriction.isEmpty()) {
      member.warn("ENUM_UNKNOWN", word + " is no restriction: CONDITIONAL assumed");
    }
    return restriction.orElse(Restriction.CONDITIONAL);
  }

  private record Limits(VerticalLimits values, boolean byNotam) {}

  private Limits limits(JsonAt feature) {
    ReadLimit lower = limit(feature, mapping.lower(), Limit::lower);
    ReadLimit upper = limit(feature, mapping.upper(), profile::upper);
    VerticalLimits limits = new VerticalLimits(lower.limit(), upper.limit());
    limits.reportAbsent(feature.place());
    limits.reportOrder(feature.place());
    if (lower.datumKnown()
        && upper.datumKnown()
        && lower.limit().datum() != upper.limit().datum()) {
      feature.info(
          "VERT_MIXED",
          "lower limit in " + lower.limit().datum() + ", upper limit in " + upper.limit().datum());
    }
    return new Limits(limits, lower.byNotam() || upper.byNotam());
  }

  private record ReadLimit(Limit limit, boolean datumKnown, boolean byNotam) {
    static final ReadLimit NONE = new ReadLimit(Limit.notStated(), false, false);
  }

  private ReadLimit limit(JsonAt feature, @Nullable LimitSource source, LimitOf kind) {
    if (source == null) {
      return ReadLimit.NONE;
    }
    JsonAt member = feature.at(source.pointer());
    if (!member.isPresent() || member.isBlank()) {
      return ReadLimit.NONE;
    }
    return source.as() == As.NUMBER
        ? number(feature, source, kind)
        : altitude(member, member.node().asText(), source, kind);
  }

  private ReadLimit number(JsonAt feature, LimitSource source, LimitOf kind) {
    JsonAt member = feature.at(source.pointer());
    OptionalDouble value = member.number();
    if (value.isEmpty()) {
      member.warn("VERT_TEXT_UNPARSED", member.excerpt() + " is not a number: no limit");
      return ReadLimit.NONE;
    }
    if (source.absent() != null && value.getAsDouble() == source.absent()) {
      return ReadLimit.NONE;
    }
    Unit unit = word(feature, source.unitPointer(), Unit.class, unitOf(source));
    Datum datum = word(feature, source.datumPointer(), Datum.class, datumOf(source));
    return new ReadLimit(kind.limit(value.getAsDouble(), unit, datum), true, false);
  }

  private ReadLimit altitude(JsonAt member, String text, LimitSource source, LimitOf kind) {
    AltitudeText.Defaults defaults =
        new AltitudeText.Defaults(unitOf(source), datumOf(source), kind);
    AltitudeText read =
        source.as() == As.PROSE
            ? AltitudeText.inProse(text, defaults)
            : AltitudeText.of(text, defaults);
    boolean byNotam = read.report(text, member.place());
    return new ReadLimit(read.limit(), read.understood() && !byNotam, byNotam);
  }

  private Unit unitOf(LimitSource source) {
    return Objects.requireNonNullElse(source.unit(), profile.defaultUnit());
  }

  private Datum datumOf(LimitSource source) {
    return Objects.requireNonNullElse(source.datum(), profile.defaultDatum());
  }

  private static <E extends Enum<E>> E word(
      JsonAt feature, @Nullable String pointer, Class<E> type, E otherwise) {
    return pointer == null ? otherwise : ZoneText.word(feature.at(pointer), type).orElse(otherwise);
  }

  private List<Volume> volumes(JsonAt feature, VerticalLimits limits) {
    DistinctVolumes volumes = new DistinctVolumes();
    for (Shape shape : PlainGeometry.shapes(feature.member("geometry"), feature, profile)) {
      volumes.add(new Volume(shape, limits.lower(), limits.upper()), feature);
    }
    return volumes.list();
  }

  /** The periods; nothing when there are some and none can be read. */
  private Optional<List<Applicability>> periods(JsonAt feature) {
    List<Applicability> periods = new ArrayList<>();
    boolean published = false;
    if (mapping.start() != null || mapping.end() != null) {
      JsonAt start = at(feature, Objects.requireNonNullElse(mapping.start(), mapping.end()));
      Instant from = instant(feature, mapping.start());
      Instant to = instant(feature, mapping.end());
      if (from != null || to != null) {
        published = true;
        add(periods, from, to, start);
      }
    }
    if (mapping.periods() != null) {
      for (JsonAt pair : at(feature, mapping.periods()).items()) {
        published = true;
        As as = mapping.periods().as();
        add(periods, instant(pair.element(0), as), instant(pair.element(1), as), pair);
      }
    }
    return published && periods.isEmpty() ? Optional.empty() : Optional.of(periods);
  }

  private static void add(
      List<Applicability> periods, @Nullable Instant from, @Nullable Instant to, JsonAt at) {
    if (from != null && to != null && !from.isBefore(to)) {
      at.error("TIME_ORDER", "starts at " + from + " but ends at " + to + "; left out");
    } else if (from != null || to != null) {
      periods.add(new Applicability(false, from, to, List.of()));
    }
  }

  private static @Nullable Instant instant(JsonAt feature, @Nullable Source source) {
    return source == null ? null : instant(at(feature, source), source.as());
  }

  private static @Nullable Instant instant(JsonAt member, As as) {
    if (!member.isPresent() || member.isBlank()) {
      return null;
    }
    Optional<Instant> instant =
        as == As.EPOCH_MILLIS
            ? epochMillis(member.number())
            : TimeText.dateTime(String.valueOf(member.text())).map(DateTime::asStart);
    if (instant.isEmpty()) {
      member.error("TIME_FORMAT", member.excerpt() + " is not a time");
    }
    return instant.orElse(null);
  }

  private static Optional<Instant> epochMillis(OptionalDouble number) {
    try {
      return number.isEmpty()
          ? Optional.empty()
          : Optional.of(Instant.ofEpochMilli((long) number.getAsDouble()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private ZoneDetails details(JsonAt feature, @Nullable String name) {
    String authority = text(feature, mapping.authority());
    String message = text(feature, mapping.message());
    Map<String, String> extended = new LinkedHashMap<>();
    JsonAt properties = feature.member("properties");
    properties.names().forEach(n -> extended.put(n, properties.member(n).node().toString()));
    return new ZoneDetails(
        local(name),
        null,
        List.of(),
        local(message),
        List.of(),
        null,
        null,
        List.of(),
        authority == null
            ? List.of()
            : List.of(
                new Authority(
                    local(authority), List.of(), List.of(), null, null, null, null, null)),
        extended);
  }

  private List<LocalText> local(@Nullable String text) {
    return text == null ? List.of() : List.of(new LocalText(text, profile.language()));
  }
}
