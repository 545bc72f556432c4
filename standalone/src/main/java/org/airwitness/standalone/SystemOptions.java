package org.airwitness.standalone;

import java.nio.file.Path;
import java.util.List;

/**
 * How a system is started on this machine.
 *
 * @param address local address of the gateway and the sensor port, {@code 127.0.0.1} or wider
 * @param port HTTP port of the gateway
 * @param mqttPort TCP port for sensors
 * @param data directory that keeps everything
 * @param services which services run, of {@link Installation#SERVICES}
 * @param console whether the console page is served
 * @param training whether this run records the ahead-of-time caches of the services
 */
public record SystemOptions(
    String address,
    int port,
    int mqttPort,
    Path data,
    List<String> services,
    boolean console,
    boolean training) {

  public SystemOptions {
    services = List.copyOf(services);
  }
}
