package org.airwitness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

  @TempDir Path directory;

  @Test
  void keepsDataRolesAndPasswordsOverRestart() throws Exception {
    // Given
    ServiceDatabase before;
    try (var postgres = EmbeddedPostgres.start(directory)) {
      before = postgres.provisionService("track");
      execute(ownerOf(before), "create table fix (id int)", "insert into fix values (7)");
    }

    // When
    try (var postgres = EmbeddedPostgres.start(directory)) {
      var after = postgres.provisionService("track");

      // Then
      assertThat(after.appPassword()).isEqualTo(before.appPassword());
      assertThat(after.ownerPassword()).isEqualTo(before.ownerPassword());
      assertThat(single(ownerOf(after), "select id from fix")).isEqualTo("7");
    }
    assertThat(Files.getPosixFilePermissions(directory.resolve("passwords")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void recoversCommittedRowsAfterKillOfTheServer() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      // Given
      var service = postgres.provisionService("track");
      execute(ownerOf(service), "create table fix (id int)", "insert into fix values (7)");

      // When
      var server = ProcessHandle.of(postgres.pid()).orElseThrow();
      server.destroyForcibly();
      server.onExit().get(10, TimeUnit.SECONDS);
      postgres.restartIfDead();

      // Then
      assertThat(single(ownerOf(service), "select id from fix")).isEqualTo("7");
    }
  }

  /** What the killed JVM of the next test runs. */
  static final class Victim {
    public static void main(String[] arguments) throws Exception {
      var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
      var service = postgres.provisionService("track");
      execute(ownerOf(service), "create table fix (id int)", "insert into fix values (7)");
      System.out.println(postgres.pid());
      Thread.sleep(60_000);
    }
  }

  @Test
  void takesOverFromKilledProcess() throws Exception {
    // Given
    ProcessHandle orphan;
    try (var victim = ChildJvm.start(Victim.class, directory)) {
      orphan = ProcessHandle.of(Long.parseLong(victim.readLine())).orElseThrow();
      victim.kill();
    }
    assertThat(orphan.isAlive()).isTrue();

    // When
    try (var postgres = EmbeddedPostgres.start(directory)) {

      // Then
      assertThat(orphan.isAlive()).isFalse();
      assertThat(single(ownerOf(postgres.provisionService("track")), "select id from fix"))
          .isEqualTo("7");
    }
  }

  @Test
  void refusesDirectoryOfRunningServer() {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("in use");
      assertThat(postgres.isAlive()).isTrue();
    }
  }

  @Test
  void removesTemporaryServerWhenClosed() throws Exception {
    var postgres = EmbeddedPostgres.startTemporary();
    var server = ProcessHandle.of(postgres.pid()).orElseThrow();

    postgres.close();

    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void showsApplicationRoleOnlyRowsOfItsAgency() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      // Given
      var service = postgres.provisionService("track");
      execute(
          ownerOf(service),
          "create table track (agency_id text, id int)",
          "alter table track enable row level security",
          "alter table track force row level security",
          "create policy agency on track to track_app using (agency_id ="
              + " (select nullif(current_setting('app.agency', true), '')))",
          "grant select on track to track_app");
      execute(postgres.superuser(), "insert into track.track values ('a', 1), ('b', 2)");

      // Then
      assertThat(single(appOf(service), "select count(*) from track")).isEqualTo("0");
      var connection = appOf(service);
      connection.createStatement().execute("set app.agency = 'a'");
      assertThat(single(connection, "select string_agg(id::text, ',') from track")).isEqualTo("1");
      assertThatThrownBy(() -> execute(appOf(service), "set row_security = off; table track"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(appOf(service), "set role track_owner"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(appOf(service), "create table mine (id int)"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void assertsSafeSettingsForApplicationRole() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      var app = postgres.provisionService("track");

      for (var on :
          new String[] {
            "fsync", "full_page_writes", "synchronous_commit", "data_checksums", "row_security"
          }) {
        assertThat(single(appOf(app), "show " + on)).as(on).isEqualTo("on");
      }
      assertThat(single(appOf(app), "show search_path")).isEqualTo("track");
      assertThat(single(appOf(app), "show statement_timeout")).isEqualTo("10s");
      assertThat(single(appOf(app), "show lock_timeout")).isEqualTo("2s");
    }
  }

  @Test
  void refusesWrongPassword() {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      var service = postgres.provisionService("track");

      assertThatThrownBy(
              () -> DriverManager.getConnection(service.jdbcUrl(), service.appUser(), "wrong"))
          .hasMessageContaining("password authentication failed");
    }
  }

  private static Connection ownerOf(ServiceDatabase service) throws SQLException {
    return DriverManager.getConnection(
        service.jdbcUrl(), service.ownerUser(), service.ownerPassword());
  }

  private static Connection appOf(ServiceDatabase service) throws SQLException {
    return DriverManager.getConnection(service.jdbcUrl(), service.appUser(), service.appPassword());
  }

  private static void execute(Connection fresh, String... statements) throws SQLException {
    try (fresh;
        var statement = fresh.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String single(Connection fresh, String query) throws SQLException {
    try (fresh;
        var statement = fresh.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
