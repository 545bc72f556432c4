package org.airwitness.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The second wall between agencies, held for every table of a service: a service's
 * {@code @QuarkusTest} extends this class.
 */
public abstract class AgencyIsolation {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject Pool pool;

  @Test
  void everyTableWithAnAgencyForcesRowLevelSecurityWithAPolicy() {
    List<String> unprotected =
        texts(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition
              and exists (select 1 from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped)
              and not (c.relrowsecurity and c.relforcerowsecurity
                and exists (select 1 from pg_policy p where p.polrelid = c.oid))
            """);
    assertThat(unprotected).isEmpty();
  }

  @Test
  void thereAreTablesWithAnAgency() {
    assertThat(agencyTables()).isNotEmpty();
  }

  @Test
  void withoutAnAgencyNoTableShowsARow() {
    for (String table : agencyTables()) {
      assertThat(texts("select agency_id from " + table + " limit 1")).as(table).isEmpty();
    }
  }

  @Test
  void partitionsAreNotReachableAroundTheirParent() {
    List<String> reachable =
        texts(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relispartition
              and has_table_privilege(c.oid, 'select, insert, update, delete')
            """);
    assertThat(reachable).isEmpty();
  }

  @Test
  void theRoleOwnsNothingAndCannotLookPastRowSecurity() {
    assertThat(
            texts(
                "select rolname from pg_roles where rolname = current_user"
                    + " and (rolsuper or rolbypassrls)"))
        .isEmpty();
    assertThat(texts("select tablename from pg_tables where tableowner = current_user")).isEmpty();
  }

  private List<String> agencyTables() {
    return texts(
        "select table_name::text from information_schema.columns"
            + " where table_schema = current_schema() and column_name = 'agency_id'"
            + " and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')");
  }

  private List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    for (Row row : pool.query(sql).execute().await().atMost(LIMIT)) {
      texts.add(row.getString(0));
    }
    return texts;
  }
}
