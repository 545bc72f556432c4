package org.airwitness.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.airwitness.platform.testing.AgencyIsolation;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row-level security of every table, with rows that it has to hide. */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "alert"))
class AlertIsolationIT extends AgencyIsolation {
  @Inject Pool database;

  @BeforeEach
  void storeRowsOfAnAgency() {
    String agency = Service.newAgency();
    var stay = new WireEvents(agency);
    try (var service = new Service()) {
      Service.subscribe(agency, "http://127.0.0.1:9/hook").then().statusCode(201);
      service.publish(stay.enter());
      await().until(() -> Service.alert(agency, stay.alertId()).statusCode() == 200);
    }
  }

  @Test
  void whoDrainsSeesIdsAlone() {
    String counts =
        "select (select count(*) from delivery_outbox), (select count(*) from delivery),"
            + " (select count(*) from subscription), (select count(*) from alert),"
            + " (select count(*) from alert_change)";
    var row =
        database
            .withTransaction(connection ->
                connection
                    .query("select set_config('app.drainer', 'on', true)")
                    .execute()
                    .chain(() -> connection.query(counts).execute()))
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator()
            .next();
    assertThat(row.getLong(0)).isPositive();
    for (int hidden = 1; hidden < row.size(); hidden++) {
      assertThat(row.getLong(hidden)).isZero();
    }
  }
}
