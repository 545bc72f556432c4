package org.airwitness.ingest.site;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.airwitness.platform.testing.Engines;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
@WithTestResource(HiveMqSiteIT.OverHiveMq.class)
class HiveMqSiteIT extends SiteIT {
  public static final class OverHiveMq extends Resource {
    @Override
    SiteProgram newBroker() {
      return new HiveMqProcess();
    }
  }
}
