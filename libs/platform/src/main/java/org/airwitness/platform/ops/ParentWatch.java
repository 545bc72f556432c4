package org.airwitness.platform.ops;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends this process when the one named by {@code airwitness.parent-pid} ends, so that a launcher
 * which is killed leaves nothing behind.
 */
@ApplicationScoped
public class ParentWatch {
  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  private final OptionalLong parentPid;

  ParentWatch(@ConfigProperty(name = "airwitness.parent-pid") OptionalLong parentPid) {
    this.parentPid = parentPid;
  }

  void start(@Observes StartupEvent event) {
    if (parentPid.isPresent()) {
      watch(parentPid.getAsLong());
    }
  }

  private static void watch(long pid) {
    ProcessHandle.of(pid)
        .ifPresentOrElse(parent -> parent.onExit().thenRun(() -> end(pid)), () -> end(pid));
  }

  private static void end(long pid) {
    LOG.warnf("The parent process %d has ended; so does this one", pid);
    Quarkus.asyncExit(1);
  }
}
