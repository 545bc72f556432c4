package org.airwitness.ingest.site;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.condition.EnabledIf;

@QuarkusTest
@EnabledIf(
    value = "org.airwitness.ingest.site.Mosquitto#isInstalled",
    disabledReason = "SKIPPED: /usr/sbin/mosquitto is missing; Debian's package is mosquitto")
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
@WithTestResource(MosquittoSiteIT.OverMosquitto.class)
class MosquittoSiteIT extends SiteIT {
  public static final class OverMosquitto extends Resource {
    @Override
    SiteProgram newBroker() {
      return new Mosquitto();
    }
  }
}
