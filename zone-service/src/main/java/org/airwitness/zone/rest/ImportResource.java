package org.airwitness.zone.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;
import org.airwitness.platform.rest.Cursor;
import org.airwitness.platform.rest.Page;
import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.ImportOrder;
import org.airwitness.zone.core.ImportReport;
import org.airwitness.zone.core.ImportState;
import org.airwitness.zone.core.ZoneDocument;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.imports.ImportRunner;
import org.airwitness.zone.imports.ZoneImports;
import org.airwitness.zone.store.ImportLedger;
import org.airwitness.zone.store.ImportLedger.NumberedIssue;
import org.airwitness.zone.store.ImportLedger.UnderWayException;
import org.airwitness.zone.store.SetStore;
import org.airwitness.zone.store.ZoneSet;
import org.jspecify.annotations.Nullable;

/** Imports of published zones, and what came of them. */
@Path("/api/v1/zones")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
public class ImportResource {
  private final Caller caller;
  private final SetStore sets;
  private final ImportLedger ledger;
  private final ZoneImports imports;
  private final ImportRunner runner;
  private final InstantSource clock = InstantSource.system();

  ImportResource(
      Caller caller, SetStore sets, ImportLedger ledger, ZoneImports imports, ImportRunner runner) {
    this.caller = caller;
    this.sets = sets;
    this.ledger = ledger;
    this.imports = imports;
    this.runner = runner;
  }

  /**
   * Imports a publication; what cannot be used is listed, the rest is stored. With a source or a
   * set it is the next edition of that set; otherwise its zones are added to the others.
   */
  @POST
  @Path("/import")
  @Consumes(MediaType.WILDCARD)
  public Uni<Response> load(@BeanParam ImportParameters wanted, byte[] body) {
    AgencyId owner = ZoneOwner.of(caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return order(owner, wanted, now)
        .chain(order ->
            wanted.job
                ? ledger.open(order, body).map(done -> accepted(order))
                : ledger
                    .open(order, null)
                    .chain(() -> imports.run(order, body))
                    .map(report -> answer(order, report)))
        .onFailure(UnderWayException.class)
        .transform(failure -> ProblemException.conflict(String.valueOf(failure.getMessage())));
  }

  private Uni<ImportOrder> order(AgencyId owner, ImportParameters wanted, Instant now) {
    String by = caller.name();
    ZoneFormat format = wanted.zoneFormat();
    Optional<String> source = wanted.sourceId();
    Optional<String> override = wanted.overrideReason();
    Optional<String> name = wanted.setName();
    boolean dryRun = wanted.dryRun;
    UUID job = UUID.randomUUID();
    if (name.isEmpty()) {
      return Uni.createFrom()
          .item(
              new ImportOrder(
                  job,
                  owner,
                  Optional.empty(),
                  format.label(),
                  source,
                  format,
                  dryRun,
                  override,
                  by,
                  now,
                  1));
    }
    return sets.ensure(owner, name.get(), source, format, by, now)
        .map(found -> {
          ZoneSet set =
              found.orElseThrow(() ->
                  ProblemException.conflict(
                      "There are at most %d sets".formatted(SetStore.MAX_SETS)));
          if (set.format() != format || !set.source().equals(source)) {
            throw ProblemException.conflict(
                "Set '%s' is one of %s"
                    .formatted(
                        set.name(),
                        set.source()
                            .map(id -> "source " + id)
                            .orElse("format " + set.format().label())));
          }
          return new ImportOrder(
              job,
              owner,
              Optional.of(set.id()),
              set.name(),
              source,
              format,
              dryRun,
              override,
              by,
              now,
              1);
        });
  }

  private Response accepted(ImportOrder order) {
    var _ = runner.soon().subscribe().with(done -> {});
    return Response.accepted(new Accepted(order.job(), ImportState.QUEUED.label()))
        .header(HttpHeaders.LOCATION, "/api/v1/zones/jobs/" + order.job())
        .build();
  }

  /** An import that waits. */
  @RegisterForReflection
  record Accepted(UUID id, String state) {}

  private static Response answer(ImportOrder order, ImportReport report) {
    if (report.state() == ImportState.DONE) {
      return Response.ok(ImportView.of(order, report)).build();
    }
    String reason = String.valueOf(report.reason());
    if (report.read() > ZoneDocument.MAX_ZONES) {
      throw ProblemException.tooLarge(reason);
    }
    boolean unreadable =
        report.issues().stream().anyMatch(issue -> issue.severity() == Severity.FATAL);
    throw unreadable
        ? ProblemException.badRequest(fatalPath(report), reason)
        : ProblemException.conflict(reason);
  }

  private static @Nullable String fatalPath(ImportReport report) {
    return report.issues().stream()
        .filter(issue -> issue.severity() == Severity.FATAL)
        .map(Issue::path)
        .filter(path -> !path.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Lists imports, the newest first. */
  @GET
  @Path("/jobs")
  public Uni<Page<ImportJobView>> list(
      @QueryParam("set") @Nullable String set,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    Optional<UUID> ofSet = Optional.ofNullable(set).map(id -> ZoneIds.read(id, "set"));
    return ledger
        .list(ZoneOwner.of(caller), ofSet, Cursor.decode(after, Cursor.LAST), size + 1)
        .map(jobs ->
            Page.of(jobs, size, job -> new Cursor(job.createdAt(), job.id()).encode())
                .map(ImportJobView::brief));
  }

  @GET
  @Path("/jobs/{id}")
  public Uni<ImportJobView> get(@PathParam("id") String id) {
    return ledger
        .find(ZoneOwner.of(caller), ZoneIds.read(id, "job"))
        .map(found ->
            found.map(ImportJobView::of).orElseThrow(() -> ProblemException.notFound("job")));
  }

  /** Lists what was found in the document, in its order. */
  @GET
  @Path("/jobs/{id}/issues")
  public Uni<Page<Issue>> issues(
      @PathParam("id") String id,
      @QueryParam("after") @DefaultValue("-1") int after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    int size = Page.limit(limit);
    AgencyId owner = ZoneOwner.of(caller);
    UUID job = ZoneIds.read(id, "job");
    return ledger
        .find(owner, job)
        .map(found -> found.orElseThrow(() -> ProblemException.notFound("job")))
        .chain(known -> ledger.listIssues(owner, job, after, size + 1))
        .map(issues ->
            Page.of(issues, size, issue -> Integer.toString(issue.n())).map(NumberedIssue::issue));
  }
}
