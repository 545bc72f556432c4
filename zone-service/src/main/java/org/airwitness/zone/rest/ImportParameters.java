package org.airwitness.zone.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneFormat;
import org.jspecify.annotations.Nullable;

/** Query parameters of an import. */
public class ImportParameters {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  private static final int MAX_OVERRIDE = 500;

  /** Label of a {@link ZoneFormat}. */
  @QueryParam("format")
  @Nullable String format;

  /** Id of a bundled {@link SourceProfile}, which knows the format. */
  @QueryParam("source")
  @Nullable String source;

  /** Name of the set of which the document is the next edition; that of the source if absent. */
  @QueryParam("set")
  @Nullable String set;

  /** Whether to answer at once and to import afterwards. */
  @QueryParam("job")
  @DefaultValue("false")
  boolean job;

  /** Whether to tell what would happen and to store nothing. */
  @QueryParam("dryRun")
  @DefaultValue("false")
  boolean dryRun;

  /** Why an edition is to be taken although the guard refuses it. */
  @QueryParam("override")
  @Nullable String override;

  /** Name of the set, if the document is the edition of one. */
  Optional<String> setName() {
    Optional<String> name = Optional.ofNullable(set).or(() -> Optional.ofNullable(source));
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      throw ProblemException.badRequest(
          "set", "set has 1 to 63 characters a-z, 0-9, '.', '_' and '-'");
    }
    return name;
  }

  Optional<String> sourceId() {
    return Optional.ofNullable(source);
  }

  Optional<String> overrideReason() {
    if (override != null && (override.isBlank() || override.length() > MAX_OVERRIDE)) {
      throw ProblemException.badRequest(
          "override", "override is the reason in 1 to %d characters".formatted(MAX_OVERRIDE));
    }
    return Optional.ofNullable(override);
  }

  /** The format, which the source knows if one is named. */
  ZoneFormat zoneFormat() {
    return source == null ? format(format) : ZoneFormat.of(profile(source));
  }

  static ZoneFormat format(@Nullable String format) {
    return ZoneFormat.find(String.valueOf(format))
        .filter(ZoneFormat::standsAlone)
        .orElseThrow(() ->
            ProblemException.badRequest(
                "format",
                "format is one of "
                    + Arrays.stream(ZoneFormat.values())
                        .filter(ZoneFormat::standsAlone)
                        .map(ZoneFormat::label)
                        .collect(Collectors.joining(", "))));
  }

  static SourceProfile profile(String id) {
    return SourceProfiles.find(id)
        .orElseThrow(() ->
            ProblemException.badRequest(
                "source",
                "source is one of "
                    + SourceProfiles.bundled().stream()
                        .map(SourceProfile::id)
                        .collect(Collectors.joining(", "))));
  }
}
