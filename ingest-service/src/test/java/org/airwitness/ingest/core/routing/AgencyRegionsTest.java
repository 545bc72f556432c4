package org.airwitness.ingest.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyRegionsTest {
  private static final AgencyId NORTH = new AgencyId("north");
  private static final AgencyId SOUTH = new AgencyId("south");

  /** One degree each, touching at 60 degrees north; the southern one has a hole. */
  private static final AgencyRegions REGIONS =
      new AgencyRegions(
          Map.of(
              NORTH, region("[[[10,60],[11,60],[11,61],[10,61],[10,60]]]"),
              SOUTH,
                  region(
                      """
                      [[[10,59],[11,59],[11,60],[10,60],[10,59]],
                       [[10.4,59.4],[10.6,59.4],[10.6,59.6],[10.4,59.6],[10.4,59.4]]]\
                      """)));

  @ParameterizedTest
  @CsvSource({
    "60.5, 10.5, north",
    "59.2, 10.5, south",
    "59.5, 10.5, ''", // in the hole
    "59.4001, 10.5, south", // 11 m into the hole
    "60.5, 12, ''",
    "60.5, 11.0089, north", // 488 m east: a degree of longitude is 54.8 km here
    "60.5, 11.0095, ''", // 520 m east
    "58.9956, 10.5, south", // 489 m south
    "58.9953, 10.5, ''", // 523 m south
  })
  void findsTheRegionAroundAPlace(double latDeg, double lonDeg, String agency) {
    assertThat(REGIONS.covering(new GeoPoint(latDeg, lonDeg)).stream().map(AgencyId::value))
        .isEqualTo(agency.isEmpty() ? java.util.List.of() : java.util.List.of(agency));
  }

  @Test
  void findsBothOnTheBorder() {
    assertThat(REGIONS.covering(new GeoPoint(60, 10.5))).containsExactlyInAnyOrder(NORTH, SOUTH);
  }

  @ParameterizedTest
  @CsvSource({
    "-17, 179.9, fiji",
    "-17, -179.9, fiji",
    "-17, 180, fiji",
    "-17, -180, fiji",
    "-17, 179.0, ''",
    "-10, 179.999, west",
    "-10, -179.999, west", // 109 m east of 180, the region ends there
    "-10, -179.99, ''", // 1.1 km
  })
  void findsRegionsAcrossTheAntimeridian(double latDeg, double lonDeg, String agency) {
    var regions =
        new AgencyRegions(
            Map.of(
                new AgencyId("fiji"),
                    region(
                        "MultiPolygon",
                        """
                        [[[[179.5,-18],[180,-18],[180,-16],[179.5,-16],[179.5,-18]]],
                         [[[-180,-18],[-179.5,-18],[-179.5,-16],[-180,-16],[-180,-18]]]]\
                        """),
                new AgencyId("west"),
                    region("[[[179,-11],[180,-11],[180,-9],[179,-9],[179,-11]]]")));

    assertThat(regions.covering(new GeoPoint(latDeg, lonDeg)).stream().map(AgencyId::value))
        .isEqualTo(agency.isEmpty() ? java.util.List.of() : java.util.List.of(agency));
  }

  @Test
  void findsNothingWithoutRegions() {
    assertThat(AgencyRegions.NONE.covering(new GeoPoint(90, 180))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[1,2]}|Polygon or MultiPolygon",
        "{}|Polygon or MultiPolygon",
        "{\"type\":\"Polygon\"}|array",
        "{\"type\":\"Polygon\",\"coordinates\":[]}|at least 1",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}|at least 4",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}|not closed",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[181,0],[1,1],[0,0]]]}|longitude",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,91],[1,1],[0,0]]]}|latitude",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,\"x\"],[1,1],[0,0]]]}|number",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}|not a valid area",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}|array",
      })
  void saysWhatIsWrongWithARegion(String json, String complaint) throws JsonProcessingException {
    var node = new ObjectMapper().readTree(json);

    assertThatThrownBy(() -> RegionReader.read(node))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }

  private static Region region(String coordinates) {
    return region("Polygon", coordinates);
  }

  private static Region region(String type, String coordinates) {
    try {
      return RegionReader.read(
          new ObjectMapper()
              .readTree("{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
