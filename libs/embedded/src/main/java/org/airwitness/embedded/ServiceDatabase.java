package org.airwitness.embedded;

import java.util.Map;

/**
 * What one service needs to reach its schema: the application role for its work and the owner role
 * for its migrations.
 *
 * @param schema schema of the service, and the search path of both roles
 * @param port TCP port of the server on 127.0.0.1
 * @param appUser role without DDL rights, subject to row-level security
 * @param ownerUser role that owns the schema; for migrations only
 */
public record ServiceDatabase(
    String schema,
    int port,
    String appUser,
    String appPassword,
    String ownerUser,
    String ownerPassword) {

  /** {@code jdbc:postgresql://127.0.0.1:port/airwitness}. */
  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  /** {@code postgresql://127.0.0.1:port/airwitness}, as the Vert.x client wants it. */
  public String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE;
  }

  /** The Quarkus settings of a service that uses this schema and migrates it when it starts. */
  public Map<String, String> quarkusProperties() {
    return Map.of(
        "quarkus.datasource.reactive.url", reactiveUrl(),
        "quarkus.datasource.username", appUser,
        "quarkus.datasource.password", appPassword,
        "quarkus.flyway.jdbc-url", jdbcUrl(),
        "quarkus.flyway.username", ownerUser,
        "quarkus.flyway.password", ownerPassword,
        "quarkus.flyway.migrate-at-start", "true");
  }

  /** Names the roles and hides the passwords. */
  @Override
  public String toString() {
    return "ServiceDatabase[" + reactiveUrl() + ", schema " + schema + ", " + appUser + "]";
  }
}
