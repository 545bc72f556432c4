package org.airwitness.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.airwitness.embedded.FreePort;
import org.airwitness.systemtests.driver.Program;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} says when it cannot start. */
@Order(5)
class StartST {
  @TempDir private Path data;

  @Test
  void namesTheHttpPortThatIsInUseAndItsOption() throws IOException {
    try (ServerSocket taken = occupied()) {
      Program.Outcome outcome = up(taken.getLocalPort(), FreePort.find());

      assertThat(outcome.exitCode()).isNotZero();
      assertThat(outcome.err())
          .contains("ort " + taken.getLocalPort())
          .contains("--port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void namesTheMqttPortThatIsInUseAndItsOption() throws IOException {
    try (ServerSocket taken = occupied()) {
      Program.Outcome outcome = up(FreePort.find(), taken.getLocalPort());

      assertThat(outcome.exitCode()).isNotZero();
      assertThat(outcome.err())
          .contains("ort " + taken.getLocalPort())
          .contains("--mqtt-port")
          .doesNotContain("\tat ");
    }
  }

  private Program.Outcome up(int port, int mqttPort) {
    return Program.run(
        "up",
        "--headless",
        "--no-demo",
        "--port",
        Integer.toString(port),
        "--mqtt-port",
        Integer.toString(mqttPort),
        "--data",
        data.toString());
  }

  private static ServerSocket occupied() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
