package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.Zones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonZoneWriterTest {
  private final GeoJsonZoneWriter writer = new GeoJsonZoneWriter();

  @Test
  void writesPolygonAndHoleInRfcOrientationWithFlatProperties() {
    JsonNode feature = features(city()).get(1);

    assertThat(feature).isEqualTo(TestData.json(TestData.own("park.geojson")));
  }

  @Test
  void writesOneFeaturePerPairOfLimits() {
    Zone approach = city().getLast();
    JsonNode features = features(List.of(approach));

    assertThat(features).hasSize(2);
    assertThat(features)
        .allMatch(f -> f.get("id").asText().equals(approach.id().toString()))
        .allMatch(f -> !f.get("properties").has("upperM"));
    assertThat(features.get(1).get("properties").get("lowerM").asDouble()).isEqualTo(150);
  }

  @Test
  void writesVolumesOfEqualLimitsAsMultiPolygon() {
    Zone zone = Zones.of("M", Zones.box(0, 0, 1, 1), Zones.box(2, 0, 3, 1));
    JsonNode geometry = features(List.of(zone)).get(0).get("geometry");

    assertThat(geometry.get("type").asText()).isEqualTo("MultiPolygon");
    assertThat(geometry.get("coordinates")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "10.5, 48.25, 10",
    "10.5, 48.25, 400",
    "10.5, 48.25, 25000",
    "179.95, -18.5, 20000",
    "-180, 70, 100000",
    "0, -89.95, 10000",
    "0, 89.9999, 50000"
  })
  void drawsPolygonAroundCircleThatCutsNothingOff(double lonDeg, double latDeg, double radiusM) {
    List<Polygon> drawn = CirclePolygon.around(new Circle(lonDeg, latDeg, radiusM));
    ZoneIndex index = ZoneIndex.of(List.of(Zones.of("C", drawn.toArray(Shape[]::new))));
    double slackM = 0.02 + (Math.abs(latDeg) > 60 ? radiusM * 0.001 : 0);

    for (int azimuthDeg = 0; azimuthDeg < 360; azimuthDeg += 1) {
      double outerM = radiusM + 1 + slackM;
      GeodesicData inside = Geodesic.WGS84.Direct(latDeg, lonDeg, azimuthDeg, radiusM - slackM);
      GeodesicData outside = Geodesic.WGS84.Direct(latDeg, lonDeg, azimuthDeg, outerM);
      assertThat(index.at(inside.lon2, inside.lat2)).as("azimuth " + azimuthDeg).hasSize(1);
      assertThat(index.at(outside.lon2, outside.lat2)).as("azimuth " + azimuthDeg).isEmpty();
    }
  }

  @Test
  void isReadBackWithTheSameAreasAndLimits() {
    Zone park = city().get(1);
    Zone again = new GeoJsonZoneReader("map").read(bytes(List.of(park))).zones().getFirst();

    assertThat(again.name()).isEqualTo(park.name());
    assertThat(again.restriction()).isEqualTo(park.restriction());
    assertThat(again.reasons()).isEqualTo(park.reasons());
    assertThat(again.volumes().getFirst().upper().valueM())
        .isEqualTo(park.volumes().getFirst().upper().valueM());
    for (double lonDeg = 10.595; lonDeg < 10.71; lonDeg += 0.01) {
      assertThat(again.volumes().getFirst().shape().contains(lonDeg, 48.25))
          .isEqualTo(park.volumes().getFirst().shape().contains(lonDeg, 48.25));
    }
  }

  @Test
  void writesNoFeaturesForNoZones() {
    assertThat(writer.write(List.of()))
        .isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
  }

  private JsonNode features(List<Zone> zones) {
    return TestData.json(bytes(zones)).get("features");
  }

  private byte[] bytes(List<Zone> zones) {
    return writer.write(zones).getBytes(UTF_8);
  }

  private static List<Zone> city() {
    return new Ed269Reader("test").read(TestData.own("ed269-city.json")).zones();
  }
}
