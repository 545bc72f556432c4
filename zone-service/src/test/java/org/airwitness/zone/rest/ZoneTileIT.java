package org.airwitness.zone.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneTileIT {
  private static final String TILES = ZoneApi.ZONES + "/tiles";

  private final ZoneApi api = ZoneApi.ofNewAgency();

  private Response get(String tile) {
    return api.as("viewer").get(ZoneApi.ZONES + "/tiles/" + tile + ".mvt");
  }

  private List<Geometry> zones(String tile) throws IOException {
    return layer("zones", tile);
  }

  private List<Geometry> layer(String name, String tile) throws IOException {
    byte[] bytes = get(tile).then().statusCode(200).extract().asByteArray();
    Collection<Geometry> zones =
        MvtReader.loadMvt(
                new ByteArrayInputStream(bytes),
                new GeometryFactory(),
                new TagKeyValueMapConverter())
            .getLayer(name)
            .getGeometries();
    return List.copyOf(zones);
  }

  /** Zone from 10 to 10.1 east: at z 10 a column is 0.35 degrees, 540 begins at 9.84375 east. */
  @Test
  void drawsAZoneWhereItIs() throws IOException {
    UUID id = api.createSquare("Harbour", 10, 50, 0.1);
    List<Geometry> zones = zones("10/540/346");
    assertThat(zones).hasSize(1);
    Envelope box = zones.getFirst().getEnvelopeInternal();
    assertThat(box.getMinX()).isCloseTo((10 - 9.84375) / 0.3515625 * 4096, within(1.0));
    assertThat(box.getMaxX()).isCloseTo((10.1 - 9.84375) / 0.3515625 * 4096, within(1.0));
    assertThat((Map<?, ?>) zones.getFirst().getUserData())
        .extracting("id", "name", "restriction", "upperM")
        .containsExactly(id.toString(), "Harbour", "PROHIBITED", 120.0);
    assertThat(zones("10/542/346")).isEmpty();
  }

  /** A zone over four tiles has its name in one. */
  @Test
  void namesAZoneOnce() throws IOException {
    api.createSquare("Wide", 9.8, 49.9, 0.5);
    List<Geometry> labels = layer("labels", "10/540/346");
    assertThat(zones("10/541/346")).hasSize(1);
    assertThat(layer("labels", "10/541/346")).isEmpty();
    assertThat(labels).hasSize(1);
    assertThat(labels.getFirst().getCoordinate().getX())
        .isCloseTo((10.05 - 9.84375) / 0.3515625 * 4096, within(1.0));
    assertThat((Map<?, ?>) labels.getFirst().getUserData())
        .extracting("name", "restriction")
        .containsExactly("Wide", "PROHIBITED");
    assertThat(layer("labels", "5/16/10")).isEmpty();
  }

  @Test
  void tellsWhereAllZonesAre() {
    api.as("viewer").get(TILES).then().statusCode(200).body("bounds", nullValue());
    api.createSquare("Harbour", 10, 50, 0.1);
    api.createSquare("Airfield", 20, 40, 1);
    Response all = api.as("viewer").get(TILES);
    assertThat(all.jsonPath().getList("bounds", Double.class))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .containsExactly(10.0, 40.0, 21.0, 50.1);
    String template = all.jsonPath().getString("tiles[0]");
    String tile = template.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
    api.as("viewer").get(tile).then().statusCode(200).header("ETag", all.header("ETag"));
    api.as("viewer").header("If-None-Match", all.header("ETag")).get(TILES).then().statusCode(304);
  }

  @Test
  void clipsAZoneAtTheTileWithAMargin() throws IOException {
    api.createSquare("Wide", 5, 45, 10);
    Envelope box = zones("10/540/346").getFirst().getEnvelopeInternal();
    assertThat(box).isEqualTo(new Envelope(-64, 4160, -64, 4160));
  }

  @Test
  void drawsWhatIsTooSmallToBeSeen() throws IOException {
    api.createSquare("Mast", 10, 50, 0.0001);
    assertThat(zones("0/0/0"))
        .singleElement()
        .satisfies(zone -> assertThat(zone.getArea()).isEqualTo(16));
  }

  @Test
  void drawsBothSidesOfTheAntimeridian() throws IOException {
    api.post(
            ZoneApi.feature(
                "\"name\":\"Dateline\",\"restriction\":\"PROHIBITED\"",
                "[[[179,-1],[181,-1],[181,1],[179,1],[179,-1]]]"))
        .then()
        .statusCode(201);
    assertThat(zones("3/7/3")).hasSize(1);
    assertThat(zones("3/0/3")).hasSize(1);
    assertThat(zones("3/4/3")).isEmpty();
  }

  @Test
  void sendsATileAgainOnlyOnceZonesHaveChanged() {
    api.createSquare("Harbour", 10, 50, 0.1);
    String tag = get("10/540/346").then().statusCode(200).extract().header("ETag");
    assertThat(again(tag).statusCode()).isEqualTo(304);
    api.createSquare("Other", 20, 50, 0.1);
    assertThat(again(tag).statusCode()).isEqualTo(200);
  }

  private Response again(String tag) {
    return api.as("viewer")
        .header("If-None-Match", tag)
        .get(ZoneApi.ZONES + "/tiles/10/540/346.mvt");
  }

  @Test
  void showsNoOtherAgencysZonesAndNoneThatAreWithdrawn() throws IOException {
    ZoneApi.ofNewAgency().createSquare("Theirs", 10, 50, 0.1);
    UUID gone = api.createSquare("Gone", 10, 50, 0.1);
    api.delete(gone).then().statusCode(204);
    assertThat(zones("10/540/346")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "23/0/0,z is 0 to 22",
    "1/2/0,x and y are 0 to 1 at z 1",
    "1/a/0,three whole numbers"
  })
  void refusesTilesThatAreNot(String tile, String why) {
    get(tile).then().statusCode(400).body(containsString(why));
  }

  @Test
  void needsARole() {
    api.as("auditor").get(ZoneApi.ZONES + "/tiles/0/0/0.mvt").then().statusCode(403);
  }
}
