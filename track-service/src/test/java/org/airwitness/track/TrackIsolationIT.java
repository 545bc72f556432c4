package org.airwitness.track;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.airwitness.platform.testing.AgencyIsolation;
import org.airwitness.platform.testing.Engines;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "track"))
class TrackIsolationIT extends AgencyIsolation {}
