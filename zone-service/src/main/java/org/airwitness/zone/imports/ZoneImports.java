package org.airwitness.zone.imports;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.Repeated;
import org.airwitness.zone.core.Edition;
import org.airwitness.zone.core.ImportOrder;
import org.airwitness.zone.core.ImportReport;
import org.airwitness.zone.core.ImportState;
import org.airwitness.zone.core.ZoneDocument;
import org.airwitness.zone.core.ZoneDraft;
import org.airwitness.zone.messaging.ZoneChangesPublisher;
import org.airwitness.zone.ops.ZoneMetrics;
import org.airwitness.zone.store.ImportLedger;
import org.airwitness.zone.store.ImportLedger.InForce;
import org.airwitness.zone.store.ImportLedger.OvertakenException;
import org.airwitness.zone.store.TooManyZonesException;
import org.airwitness.zone.store.ZoneWork;
import org.jboss.logging.Logger;

/** Carries imports out: reads, compares with what is in force, stores, and tells everybody. */
@ApplicationScoped
public class ZoneImports {
  private static final Logger LOG = Logger.getLogger(ZoneImports.class);

  /** A stage may last longer than a lease. */
  private static final Duration RENEWED_EVERY = ZoneWork.LEASE.dividedBy(24);

  private final ZoneReading reading;
  private final ImportLedger ledger;
  private final ZoneChangesPublisher changes;
  private final ZoneMetrics metrics;
  private final InstantSource clock = InstantSource.system();

  ZoneImports(
      ZoneReading reading, ImportLedger ledger, ZoneChangesPublisher changes, ZoneMetrics metrics) {
    this.reading = reading;
    this.ledger = ledger;
    this.changes = changes;
    this.metrics = metrics;
  }

  /** A document compared with what is in force. */
  private record Checked(int expected, ZoneDocument document, Edition edition) {}

  /**
   * Carries out an order that has been entered. Whatever the document is like, the report says so;
   * it fails only when the database does or another instance has taken over.
   */
  public Uni<ImportReport> run(ImportOrder order, byte[] document) {
    Cancellable holding =
        Repeated.later(
            RENEWED_EVERY,
            () -> ledger.renew(order),
            failure -> LOG.debugf("Import %s is not held for longer: %s", order.job(), failure));
    return carryOut(order, document)
        .invoke(report -> metrics.imported(report.state()))
        .onTermination()
        .invoke(holding::cancel);
  }

  private Uni<ImportReport> carryOut(ImportOrder order, byte[] document) {
    return ledger
        .advance(order, ImportState.READING)
        .chain(() -> reading.large(() -> order.read(document)))
        .chain(read -> {
          Optional<String> fatal = fatal(read);
          return fatal.isPresent()
              ? close(order, ImportReport.refused(read, fatal.get()))
              : check(order, read).chain(checked -> decide(order, checked));
        });
  }

  private static Optional<String> fatal(ZoneDocument read) {
    if (read.read() > ZoneDocument.MAX_ZONES) {
      return Optional.of(
          "A document has at most %d zones, this one %d"
              .formatted(ZoneDocument.MAX_ZONES, read.read()));
    }
    return read.findWorst(Severity.FATAL).map(ZoneImports::words);
  }

  private static String words(Issue issue) {
    return issue.code() + ": " + issue.message();
  }

  private Uni<Checked> check(ImportOrder order, ZoneDocument read) {
    return ledger
        .advance(order, ImportState.CHECKING)
        .chain(() -> inForce(order, read))
        .chain(rows ->
            reading.large(() -> {
              InForce before = rows.restore();
              Edition edition =
                  Edition.next(
                      before.zones(), before.quarantined(), read, order.profile().shrinkLimit());
              return new Checked(before.edition(), read, edition);
            }));
  }

  /** Without a set, those zones that the document has once more. */
  private Uni<ImportLedger.InForceRows> inForce(ImportOrder order, ZoneDocument read) {
    return order
        .set()
        .map(set -> ledger.inForce(order.owner(), set))
        .orElseGet(() ->
            ledger
                .known(order.owner(), read.drafts().stream().map(ZoneDraft::id).toList())
                .map(zones -> new ImportLedger.InForceRows(0, zones, List.of())));
  }

  private Uni<ImportReport> decide(ImportOrder order, Checked checked) {
    ImportReport report = report(order, checked);
    Optional<Issue> refusal = checked.edition().refusal();
    boolean guarded = order.set().isPresent() && order.override().isEmpty();
    if (guarded && refusal.isPresent()) {
      return close(order, report.refused(words(refusal.get())));
    }
    if (order.dryRun()) {
      return close(order, report);
    }
    return ledger
        .advance(order, ImportState.STORING)
        .chain(() ->
            ledger.store(
                order,
                checked.edition(),
                checked.document().quarantined(),
                checked.expected(),
                report))
        .chain(changed -> announce(changed).replaceWith(report))
        .onFailure(ZoneImports::isRefusal)
        .recoverWithUni(
            failure -> close(order, report.refused(String.valueOf(failure.getMessage()))));
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof TooManyZonesException || failure instanceof OvertakenException;
  }

  private Uni<Void> announce(List<AgencyId> agencies) {
    return changes.announceAll(agencies, clock.instant());
  }

  private Uni<ImportReport> close(ImportOrder order, ImportReport report) {
    return ledger.close(order, report).replaceWith(report);
  }

  private static ImportReport report(ImportOrder order, Checked checked) {
    ZoneDocument document = checked.document();
    Edition edition = checked.edition();
    int added = edition.added();
    int changed = edition.put().size() - added;
    List<Issue> issues = new ArrayList<>(document.issues());
    if (order.override().isPresent()) {
      edition.refusal().ifPresent(issue -> issues.add(taken(issue, order.override().get())));
    }
    boolean makesEdition = order.set().isPresent() && !order.dryRun();
    return new ImportReport(
        ImportState.DONE,
        null,
        makesEdition ? checked.expected() + 1 : null,
        document.read(),
        added,
        edition.withdrawn().size(),
        changed,
        document.drafts().size() - added - changed,
        document.refused(),
        document.drafts().stream().map(ZoneDraft::id).toList(),
        edition.diff(),
        issues);
  }

  private static Issue taken(Issue refusal, String override) {
    String reason =
        String.format(Locale.ROOT, "%s; taken because: %s", refusal.message(), override);
    return new Issue(refusal.path(), refusal.code(), Severity.WARN, reason);
  }
}
