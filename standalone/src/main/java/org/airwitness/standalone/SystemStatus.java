package org.airwitness.standalone;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.airwitness.standalone.supervise.ServiceProcess;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What runs and how far it is, as JSON: {@code version}, {@code data}, {@code processes} with name,
 * pid, port, version, uptime in seconds and restarts, and {@code lag}: for each consumer the
 * records on its topics that it has not dealt with yet.
 */
final class SystemStatus {

  private SystemStatus() {}

  static JsonObject of(LocalSystem system) {
    return new JsonObject()
        .put("version", Installation.version())
        .put("port", system.options().port())
        .put("mqttPort", system.options().mqttPort())
        .put("data", system.options().data().toString())
        .put("processes", processes(system))
        .put("lag", lag(system));
  }

  private static JsonArray processes(LocalSystem system) {
    var engines = system.engines();
    var own = ProcessHandle.current().pid();
    var rows =
        new JsonArray()
            .add(
                row(
                    "standalone",
                    own,
                    system.options().port(),
                    Installation.version(),
                    system.startedAt()))
            .add(
                row(
                    "kafka",
                    own,
                    engines.kafka().port(),
                    AppInfoParser.getVersion(),
                    system.startedAt()))
            .add(row("oidc", own, engines.identity().port(), "", system.startedAt()))
            .add(postgres(system));
    system.services().forEach(service -> rows.add(row(service)));
    return rows;
  }

  private static JsonObject postgres(LocalSystem system) {
    var postgres = system.engines().postgres();
    var pid = postgres.isAlive() ? postgres.pid() : 0;
    var started =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().startInstant())
            .orElse(Instant.now());
    return row("postgres", pid, postgres.port(), postgresVersion(system), started);
  }

  private static String postgresVersion(LocalSystem system) {
    try (var connection = system.engines().postgres().superuser()) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      return "not answering";
    }
  }

  private static JsonObject row(ServiceProcess service) {
    var pid = service.findProcess().map(ProcessHandle::pid).orElse(0L);
    return row(
            service.spec().name(),
            pid,
            service.spec().port(),
            Installation.version(),
            service.startedAt())
        .put("restarts", service.restarts());
  }

  private static JsonObject row(
      String name, long pid, int port, String version, Instant startedAt) {
    return new JsonObject()
        .put("name", name)
        .put("pid", pid)
        .put("port", port)
        .put("version", version)
        .put("uptimeSeconds", Duration.between(startedAt, Instant.now()).toSeconds())
        .put("restarts", 0);
  }

  private static JsonArray lag(LocalSystem system) {
    var rows = new JsonArray();
    try (var connection = system.engines().postgres().superuser();
        var admin =
            Admin.create(
                Map.of("bootstrap.servers", system.engines().kafka().bootstrapServers()))) {
      for (var service : Installation.SERVICES) {
        if (hasPositions(connection, service)) {
          lagOf(service, connection, admin, rows);
        }
      }
    } catch (SQLException | ExecutionException | TimeoutException e) {
      rows.add(new JsonObject().put("error", "Positions cannot be read: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return rows;
  }

  private static boolean hasPositions(Connection connection, String service) throws SQLException {
    try (var query = connection.prepareStatement("select to_regclass(?) is not null")) {
      query.setString(1, service + ".bus_position");
      var rows = query.executeQuery();
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** Records per consumer and topic between the kept position and the end of each partition. */
  private static void lagOf(String service, Connection connection, Admin admin, JsonArray rows)
      throws SQLException, ExecutionException, InterruptedException, TimeoutException {
    var lags = new HashMap<String, Long>();
    try (var statement = connection.createStatement();
        var positions =
            statement.executeQuery(
                "select consumer, topic, partition, next_offset from %s.bus_position"
                    .formatted(service))) {
      while (positions.next()) {
        var partition = new TopicPartition(positions.getString(2), positions.getInt(3));
        var behind = end(admin, partition) - positions.getLong(4);
        lags.merge(positions.getString(1) + " " + partition.topic(), behind, Long::sum);
      }
    }
    lags.forEach((key, behind) ->
        rows.add(
            new JsonObject()
                .put("service", service)
                .put("consumer", key.substring(0, key.indexOf(' ')))
                .put("topic", key.substring(key.indexOf(' ') + 1))
                .put("records", behind)));
  }

  private static long end(Admin admin, TopicPartition partition)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get(5, TimeUnit.SECONDS)
        .offset();
  }
}
