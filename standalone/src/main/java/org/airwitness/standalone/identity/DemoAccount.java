package org.airwitness.standalone.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the demonstration who can sign in without a password.
 *
 * @param username name to sign in with
 * @param title what to call the account on the login page
 * @param agency id of the agency, absent for the platform's own people
 * @param roles roles in the token
 */
public record DemoAccount(
    String username, String title, @Nullable String agency, List<String> roles) {

  /** The first agency of the demonstration. */
  public static final String METRO = "demo-metro";

  /** The second agency of the demonstration. */
  public static final String COAST = "demo-coast";

  public static final List<DemoAccount> ALL =
      List.of(
          new DemoAccount("duty", "Duty officer", METRO, List.of("viewer", "duty-officer")),
          new DemoAccount("viewer", "Viewer", METRO, List.of("viewer")),
          new DemoAccount("investigator", "Investigator", METRO, List.of("viewer", "investigator")),
          new DemoAccount("admin", "Agency admin", METRO, List.of("agency-admin")),
          new DemoAccount(
              "coast", "Duty officer and admin", COAST, List.of("duty-officer", "agency-admin")),
          new DemoAccount("platform", "Platform admin", null, List.of("platform-admin")));

  public DemoAccount {
    roles = List.copyOf(roles);
  }

  /** The claims of the account's tokens besides the subject. */
  JsonObject claims() {
    var claims =
        new JsonObject()
            .put("preferred_username", username)
            .put("name", title)
            .put("roles", new JsonArray(roles));
    return agency == null ? claims : claims.put("agency", agency);
  }
}
