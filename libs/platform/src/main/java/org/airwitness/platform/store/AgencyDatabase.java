package org.airwitness.platform.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.airwitness.platform.agency.AgencyId;

/**
 * Transactions of the reactive client that see one agency's rows: row-level security compares each
 * row with a setting that lives as long as the transaction. Without it every query returns nothing.
 */
@ApplicationScoped
public class AgencyDatabase {
  private final Pool pool;

  AgencyDatabase(Pool pool) {
    this.pool = pool;
  }

  /** Runs work in a transaction of one agency. */
  public <T> Uni<T> inAgency(AgencyId agency, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(
        connection -> enter(connection, agency).chain(() -> work.apply(connection)));
  }

  /**
   * Runs work in a transaction without an agency, for batches that {@link #enter} one agency after
   * the other.
   */
  public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work);
  }

  /** Makes the rest of the transaction, until the next call, see one agency's rows. */
  public static Uni<Void> enter(SqlConnection connection, AgencyId agency) {
    return connection
        .preparedQuery("select set_config('app.agency', $1, true)")
        .execute(Tuple.of(agency.value()))
        .replaceWithVoid();
  }
}
