package org.airwitness.zone.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.airwitness.airspace.Zone;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.testing.Engines;
import org.airwitness.zone.core.ZoneStatus;
import org.airwitness.zone.rest.ZoneApi;
import org.junit.jupiter.api.Test;

/** Changes of one agency's zones that overlap. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneChangeIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final AgencyId agency = new AgencyId(api.agency());

  @Inject AgencyDatabase database;
  @Inject ZoneIndexStore index;

  @Test
  void aZoneIsDrawnAndLiveWhileALargerChangeIsStored() {
    UUID old = api.createSquare("Old", 10, 50, 0.1);
    assertThat(zonesInMemory()).containsExactly("Old");
    CompletableFuture<Void> written = new CompletableFuture<>();
    CompletableFuture<Void> end = new CompletableFuture<>();
    CompletableFuture<?> large = withdrawSlowly(old, written, end);
    try {
      written.join();
      api.createSquare("Emergency", 20, 50, 0.1);
      assertThat(zonesInMemory()).containsExactlyInAnyOrder("Old", "Emergency");
    } finally {
      end.complete(null);
    }
    large.join();
    assertThat(zonesInMemory()).containsExactly("Emergency");
  }

  /** As the import of an edition: begun before, ended after. */
  private CompletableFuture<?> withdrawSlowly(
      UUID zone, CompletableFuture<Void> written, CompletableFuture<Void> end) {
    return database
        .inAgency(
            agency,
            connection ->
                ZoneChange.begin(connection, agency, "somebody", Instant.now())
                    .chain(change ->
                        change
                            .setStatus(List.of(zone), ZoneStatus.WITHDRAWN)
                            .invoke(() -> written.complete(null))
                            .chain(() -> Uni.createFrom().completionStage(end))
                            .chain(() -> change.finish())))
        .subscribeAsCompletionStage();
  }

  /** Names of the zones that tracks are compared with; what has changed is read again. */
  private List<String> zonesInMemory() {
    return index.refresh(agency).await().atMost(LIMIT).index().listZones().stream()
        .map(Zone::name)
        .toList();
  }
}
