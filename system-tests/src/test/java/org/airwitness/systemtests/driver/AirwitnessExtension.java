package org.airwitness.systemtests.driver;

import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the one Airwitness of this run: that of the system properties {@code
 * airwitness.url} and {@code airwitness.mqtt}, else one started for all of them.
 */
public final class AirwitnessExtension implements ParameterResolver {

  /** What the run has: a system, or the reason why there is none. */
  private record Shared(Airwitness airwitness, AutoCloseable owner, Throwable failure)
      implements AutoCloseable {
    @Override
    public void close() throws Exception {
      if (owner != null) {
        owner.close();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Airwitness.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(Namespace.create(AirwitnessExtension.class))
            .computeIfAbsent(Shared.class, key -> find(), Shared.class);
    if (shared.failure() != null) {
      throw new AssertionError("There is no Airwitness to test", shared.failure());
    }
    return shared.airwitness();
  }

  private static Shared find() {
    String url = System.getProperty("airwitness.url", "");
    if (!url.isEmpty()) {
      String mqtt = System.getProperty("airwitness.mqtt", "127.0.0.1:1883");
      return new Shared(new Airwitness(URI.create(url), mqtt), null, null);
    }
    try {
      Launcher launcher = Launcher.start("shared");
      return new Shared(launcher.airwitness(), launcher, null);
    } catch (AssertionError e) {
      return new Shared(null, null, e);
    }
  }
}
