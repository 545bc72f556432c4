package org.airwitness.standalone.supervise;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one service process is started.
 *
 * @param name short name, {@code ingest}
 * @param command program and arguments
 * @param directory working directory
 * @param environment added to that of the launcher
 * @param port HTTP port on 127.0.0.1
 * @param managementPort HTTP port on 127.0.0.1 with the health endpoints
 */
public record ServiceSpec(
    String name,
    List<String> command,
    Path directory,
    Map<String, String> environment,
    int port,
    int managementPort) {

  public ServiceSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Leaves the environment out: it holds passwords. */
  @Override
  public String toString() {
    return "ServiceSpec[" + name + " on port " + port + "]";
  }
}
