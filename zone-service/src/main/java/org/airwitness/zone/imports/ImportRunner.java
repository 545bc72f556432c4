package org.airwitness.zone.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.airwitness.platform.messaging.Repeated;
import org.airwitness.platform.messaging.Serial;
import org.airwitness.zone.core.ImportReport;
import org.airwitness.zone.core.ImportState;
import org.airwitness.zone.ops.ZoneMetrics;
import org.airwitness.zone.store.ImportLedger;
import org.airwitness.zone.store.ImportLedger.Taken;
import org.airwitness.zone.store.ZoneWork;
import org.airwitness.zone.store.ZoneWork.Held;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes up imports that wait, of whatever agency, and those that another instance has left
 * unfinished; one after the other.
 */
@ApplicationScoped
public class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);

  /** Times an import is taken up before it counts as one that ends whoever runs it. */
  static final int MAX_ATTEMPTS = 3;

  private final ZoneWork work;
  private final ImportLedger ledger;
  private final ZoneImports imports;
  private final ZoneMetrics metrics;
  private final Duration every;
  private final Serial serial = new Serial();
  private Cancellable polling = () -> {};

  ImportRunner(
      ZoneWork work,
      ImportLedger ledger,
      ZoneImports imports,
      ZoneMetrics metrics,
      @ConfigProperty(name = "airwitness.zones.work-poll") Duration every) {
    this.work = work;
    this.ledger = ledger;
    this.imports = imports;
    this.metrics = metrics;
    this.every = every;
  }

  void start(@Observes StartupEvent event) {
    polling = Repeated.atOnce(every, this::soon, ImportRunner::warn);
  }

  void stop(@Observes ShutdownEvent event) {
    polling.cancel();
  }

  /** Does what waits; never fails. */
  public Uni<Void> soon() {
    return serial.run(
        () -> next().onFailure().invoke(ImportRunner::warn).onFailure().recoverWithNull());
  }

  private static void warn(Throwable failure) {
    LOG.warnf("Importing zones: %s", failure);
  }

  private Uni<Void> next() {
    return work.claim(ZoneWork.Kind.IMPORT)
        .chain(held ->
            held.map(found -> carryOut(found).chain(() -> next()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> carryOut(Held held) {
    return ledger
        .take(held)
        .chain(found -> {
          Taken taken = found.orElseThrow();
          byte[] document = taken.document();
          if (document == null) {
            return fail(taken, "The service ended while it carried this out; import it again");
          }
          if (held.attempt() > MAX_ATTEMPTS) {
            return fail(
                taken,
                "The service ended %d times while it carried this out".formatted(MAX_ATTEMPTS));
          }
          return imports.run(taken.order(), document).replaceWithVoid();
        });
  }

  private Uni<Void> fail(Taken taken, String reason) {
    return ledger
        .close(
            taken.order(),
            new ImportReport(
                ImportState.FAILED, reason, null, 0, 0, 0, 0, 0, 0, List.of(), null, List.of()))
        .invoke(() -> metrics.imported(ImportState.FAILED));
  }
}
