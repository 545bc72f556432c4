package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteRoutesTest {
  private static final AgencyId OSLO = new AgencyId("oslo");

  private static SiteRoutes routes(String... routes) {
    return SiteRoutes.parse(OSLO, List.of(routes));
  }

  @ParameterizedTest
  @CsvSource({
    "drones/{sensor}/obs, drones/roof-1/obs, roof-1",
    "{sensor}/#, roof-1/a/b, roof-1",
    "{sensor}/#, roof-1, roof-1",
    "/sensor/ds230/upload=roof-1, /sensor/ds230/upload, roof-1",
    "tele/+/north/#=mast-2, tele/x/north/y/z, mast-2",
    "tele/+/north/#=mast-2, tele//north, mast-2",
    "#=all, anything/at/all, all",
    "a.b/(c)=s, a.b/(c), s",
    "a=b/c=s, a=b/c, s",
  })
  void findsTheSensor(String route, String topic, String sensor) {
    assertThat(routes(route).find(topic)).contains(new SensorKey(OSLO, sensor));
  }

  @ParameterizedTest
  @CsvSource({
    "drones/{sensor}/obs, drones/roof-1/obs/more",
    "drones/{sensor}/obs, drones/a/b/obs",
    "drones/{sensor}/obs, drones/Roof 1/obs",
    "drones/{sensor}/obs, drones//obs",
    "tele/+/north=mast-2, tele/a/b/north",
    "tele/north/#=mast-2, tele/northern",
    "a.b=s, axb",
  })
  void leavesOtherTopicsAlone(String route, String topic) {
    assertThat(routes(route).find(topic)).isEmpty();
  }

  @Test
  void theFirstRouteDecides() {
    assertThat(routes("a/b=special", "a/{sensor}").find("a/b"))
        .contains(new SensorKey(OSLO, "special"));
  }

  @ParameterizedTest
  @CsvSource({
    "drones/obs, needs either",
    "drones/{sensor}/obs=roof, needs either",
    "{sensor}/{sensor}, twice",
    "a/#/b=s, only as the last",
    "a+/b=s, whole level",
    "a/b=Roof 1, does not end in a sensor id",
    "a/b=, does not end in a sensor id",
  })
  void refusesARouteWithItsReason(String route, String reason) {
    assertThatThrownBy(() -> routes(route))
        .hasMessageContaining(route)
        .hasMessageContaining(reason);
  }

  @Test
  void needsARoute() {
    assertThatThrownBy(() -> routes()).hasMessageContaining("at least one route");
  }
}
