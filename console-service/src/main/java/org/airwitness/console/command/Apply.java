package org.airwitness.console.command;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings agencies and their sensors to what a file says; run again it changes nothing. What the
 * file does not name stays. Passwords of new sensors are not shown: whoever installs one asks for
 * it.
 */
final class Apply {
  private static final Logger LOG = Logger.getLogger(Apply.class);

  /** Members of a sensor that are credentials, with the member of the request that sets each. */
  private static final List<List<String>> CREDENTIALS =
      List.of(
          List.of("tokenKey", "token-key", "publicKey"),
          List.of("certificate", "certificate", "certificate"),
          List.of("certificateSha256", "certificate", "sha256"));

  private final Rest rest;
  private final String api;
  private final String provider;
  private final Path secrets;
  private final JsonArray wanted;

  /** Reads what is wanted: the file is the one plain word. */
  Apply(Rest rest, Options options) {
    this.rest = rest;
    if (options.words().size() != 1) {
      throw new CommandException("apply takes one file, not " + options.words());
    }
    this.api = options.get("api") + "/api/v1";
    this.provider = options.get("oidc");
    this.secrets = Path.of(options.get("secrets"));
    this.wanted = read(Path.of(options.words().getFirst()));
  }

  private static JsonArray read(Path file) {
    try {
      return new JsonArray(Rest.read(file));
    } catch (DecodeException e) {
      throw new CommandException(file + " is not a JSON array: " + e.getMessage(), e);
    }
  }

  void run() throws InterruptedException {
    var platform = rest.token(provider, secrets.resolve("platform"));
    for (int i = 0; i < wanted.size(); i++) {
      var agency = wanted.getJsonObject(i).copy();
      var sensors = (JsonArray) agency.remove("sensors");
      register("/agencies", agency, agency, platform);
      if (sensors != null && !sensors.isEmpty()) {
        sensors(agency.getString("id"), sensors);
      }
    }
  }

  private void sensors(String agency, JsonArray sensors) throws InterruptedException {
    var token = rest.token(provider, secrets.resolve("agencies").resolve(agency));
    for (int i = 0; i < sensors.size(); i++) {
      var sensor = sensors.getJsonObject(i).copy();
      var credentials = new JsonObject();
      CREDENTIALS.forEach(names -> {
        var value = sensor.remove(names.getFirst());
        if (value != null) {
          credentials.put(names.getFirst(), value);
        }
      });
      var first = new JsonObject();
      List.of("id", "name", "format").forEach(name -> first.put(name, sensor.getValue(name)));
      register("/sensors", first, sensor, token);
      credentials(sensor.getString("id"), credentials, token);
    }
  }

  /** Creates the resource unless it is there, and gives it everything that is wanted. */
  private void register(String path, JsonObject first, JsonObject whole, String token)
      throws InterruptedException {
    var id = first.getString("id");
    var created = rest.send("POST", api + path, token, first).expect(path + " " + id, 201, 409);
    var change = whole.copy();
    change.remove("id");
    rest.send("PATCH", api + path + "/" + id, token, change).expect(path + " " + id, 200);
    LOG.infof("%s/%s %s", path, id, created.status() == 201 ? "is registered" : "is up to date");
  }

  private void credentials(String sensor, JsonObject credentials, String token)
      throws InterruptedException {
    for (var names : CREDENTIALS) {
      var value = credentials.getString(names.getFirst());
      if (value != null) {
        var url = "%s/sensors/%s/credentials/%s".formatted(api, sensor, names.get(1));
        rest.send("PUT", url, token, new JsonObject().put(names.get(2), value))
            .expect("The " + names.getFirst() + " of sensor " + sensor, 200, 201, 204);
      }
    }
  }
}
