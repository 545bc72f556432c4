package org.airwitness.track;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.ServiceOperations;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "track"))
class TrackOperationsIT extends ServiceOperations {
  TrackOperationsIT() {
    super("track");
  }
}
