package org.airwitness.standalone.identity;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The page on which one of the demonstration accounts is chosen, one button each. */
final class LoginPage {

  private LoginPage() {}

  static String html() throws IOException {
    var accounts = DemoAccount.ALL.stream().map(LoginPage::form).collect(Collectors.joining("\n"));
    return template().replace("<!-- accounts -->", accounts);
  }

  private static String template() throws IOException {
    try (var stream = LoginPage.class.getResourceAsStream("login.html")) {
      return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String form(DemoAccount account) {
    return """
    <form method="post">
    <input type="hidden" name="username" value="%s">
    <input type="hidden" name="claims" value="%s">
    <button type="submit"><span>%s</span><small>%s</small></button>
    </form>\
    """
        .formatted(
            account.username(),
            escape(account.claims().encode()),
            account.title(),
            account.agency() == null ? "platform" : account.agency());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
