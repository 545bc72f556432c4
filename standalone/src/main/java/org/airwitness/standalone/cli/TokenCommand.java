package org.airwitness.standalone.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.airwitness.standalone.ControlClient;
import org.airwitness.standalone.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a bearer token of the running system. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a bearer token of the running system, and nothing else. It is valid for eight hours.",
      "Example: curl -H \"Authorization: Bearer $(./airwitness token --agency demo-metro --role"
          + " viewer)\" http://localhost:8080/api/v1/tracks"
    })
final class TokenCommand implements Callable<Integer> {

  private static final List<String> ROLES =
      List.of(
          "viewer", "duty-officer", "investigator", "auditor", "agency-admin", "platform-admin");

  @Option(
      names = "--agency",
      paramLabel = "ID",
      description = "Agency of the bearer; not needed for platform-admin.")
  private @Nullable String agency;

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description =
          "viewer, duty-officer, investigator, auditor, agency-admin or platform-admin; several"
              + " separated by commas.")
  private List<String> roles = List.of();

  @Mixin private SystemPort port = new SystemPort();

  @Override
  public Integer call() {
    for (var role : roles) {
      if (!ROLES.contains(role)) {
        throw new Usage("No such role: " + role + ". Roles: " + String.join(", ", ROLES));
      }
    }
    if (agency == null && !roles.equals(List.of("platform-admin"))) {
      throw new Usage("These roles belong to an agency: name it with --agency.");
    }
    try (var control = new ControlClient(port.running())) {
      System.out.println(control.token(agency, roles));
    }
    return 0;
  }
}
