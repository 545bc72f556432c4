package org.airwitness.platform.ops;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only while the database keeps what it acknowledges and its role cannot look past row-level
 * security, both read through the service's own pool.
 */
@Readiness
@ApplicationScoped
public class DatabaseSettingsCheck implements AsyncHealthCheck {
  private static final String SETTINGS =
      """
      select current_setting('fsync') = 'on' as fsync,
        current_setting('full_page_writes') = 'on' as full_page_writes,
        current_setting('synchronous_commit') in ('on', 'remote_apply') as synchronous_commit,
        current_setting('row_security') = 'on' as row_security,
        not r.rolsuper and not r.rolbypassrls as role_is_bound_by_row_security
      from pg_roles r where r.rolname = current_user
      """;

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Pool pool;

  DatabaseSettingsCheck(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query(SETTINGS)
        .execute()
        .map(rows -> answer(rows.iterator().next()))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .onFailure()
        .recoverWithItem(failure ->
            HealthCheckResponse.named("database settings")
                .down()
                .withData("error", String.valueOf(failure.getMessage()))
                .build());
  }

  private static HealthCheckResponse answer(Row row) {
    Map<String, Boolean> settings = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      settings.put(row.getColumnName(i), row.getBoolean(i));
    }
    var response = HealthCheckResponse.named("database settings");
    settings.forEach(response::withData);
    return response.status(!settings.containsValue(false)).build();
  }
}
