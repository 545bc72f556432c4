package org.airwitness.zone.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.format.WrittenZones;
import org.airwitness.airspace.height.Environment;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ZoneExport;
import org.airwitness.zone.imports.ZoneReading;
import org.airwitness.zone.store.ZoneStore;
import org.jspecify.annotations.Nullable;

/** Gives the zones of the caller's agency away as a document. */
@Path("/api/v1/zones/export")
@RolesAllowed({Roles.VIEWER, Roles.DUTY_OFFICER, Roles.INVESTIGATOR, Roles.AGENCY_ADMIN})
public class ZoneExportResource {
  /** How many things the format could not express. */
  private static final String LOSSES = "Zone-Losses";

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*");

  private final Caller caller;
  private final ZoneStore zones;
  private final ZoneReading reading;
  private final Environment environment;

  ZoneExportResource(Caller caller, ZoneStore zones, ZoneReading reading, Environment environment) {
    this.caller = caller;
    this.zones = zones;
    this.reading = reading;
    this.environment = environment;
  }

  /** What a format cannot express of the zones; the path is country, identifier and ordinal. */
  @RegisterForReflection
  record LossesView(int zones, List<Issue> losses) {}

  /**
   * Writes zones as a document, validity included in their periods.
   *
   * @param format label of a {@link ZoneExport}
   * @param language tag of the texts to prefer where there are several
   * @param losses whether to list what the format cannot express instead
   */
  @GET
  public Uni<Response> export(
      @BeanParam ZoneFilterParameters wanted,
      @QueryParam("format") @Nullable String format,
      @QueryParam("language") @DefaultValue("en") String language,
      @QueryParam("losses") @DefaultValue("false") boolean losses) {
    ZoneExport export = format(format);
    requireLanguage(language);
    String title = "Zones of " + caller.agency();
    return zones
        .of(caller.agency())
        .listContents(wanted.filter())
        .chain(rows ->
            reading.large(() -> {
              List<Zone> inForce =
                  rows.stream()
                      .map(row -> row.validity().narrow(row.content().restore()))
                      .flatMap(Optional::stream)
                      .toList();
              WrittenZones written = export.write(title, inForce, language, environment.geoid());
              return losses ? losses(inForce.size(), written) : document(export, written);
            }));
  }

  private static Response losses(int zones, WrittenZones written) {
    return Response.ok(new LossesView(zones, written.losses()), MediaType.APPLICATION_JSON).build();
  }

  private static Response document(ZoneExport format, WrittenZones written) {
    boolean json = format == ZoneExport.ED269;
    String name = "zones-" + format.label() + (json ? ".json" : ".geojson");
    return Response.ok(written.text(), json ? MediaType.APPLICATION_JSON : "application/geo+json")
        .header(LOSSES, written.losses().size())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static ZoneExport format(@Nullable String format) {
    return ZoneExport.find(String.valueOf(format))
        .orElseThrow(
            () -> ProblemException.badRequest("format", "format is one of " + ZoneExport.labels()));
  }

  private static void requireLanguage(String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw ProblemException.badRequest("language", "language is a tag such as en or de-CH");
    }
  }
}
