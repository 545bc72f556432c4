package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

class ZoneIndexTest {
  private static final GeometryFactory JTS = new GeometryFactory();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithJtsOnRandomPolygons(long seed) {
    Random random = new Random(seed);
    List<Zone> zones = new ArrayList<>();
    List<Geometry> oracle = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Polygon polygon = star(random);
      zones.add(Zones.of("Z" + i, polygon));
      oracle.add(toJts(polygon));
    }
    ZoneIndex index = ZoneIndex.of(zones);

    int hits = 0;
    for (int i = 0; i < 1_500; i++) {
      int lonE7 = random.nextInt(100_000_000, 110_000_000);
      int latE7 = random.nextInt(480_000_000, 490_000_000);
      Geometry point = JTS.createPoint(new Coordinate(lonE7, latE7));
      List<Zone> expected = new ArrayList<>();
      for (int z = 0; z < zones.size(); z++) {
        if (oracle.get(z).covers(point)) {
          expected.add(zones.get(z));
        }
      }
      assertThat(index.at(lonE7 / 1e7, latE7 / 1e7)).isEqualTo(expected);
      hits += expected.size();
    }
    assertThat(hits).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void findsVerticesAndEdgePointsOfEveryPolygon(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      Polygon polygon = star(random);
      ZoneIndex index = ZoneIndex.of(List.of(Zones.of("Z", polygon)));
      for (int v = 0; v < polygon.shell().size(); v++) {
        assertThat(index.at(polygon.shell().lonDeg(v), polygon.shell().latDeg(v))).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void findsCirclesByGeodesicDistanceEverywhere(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      double latDeg = random.nextDouble(-89.999, 89.999);
      double lonDeg = random.nextDouble(-180, 180);
      double radiusM = Math.exp(random.nextDouble(0, Math.log(2_000_000)));
      Circle circle = new Circle(lonDeg, latDeg, radiusM);
      ZoneIndex index = ZoneIndex.of(List.of(Zones.of("C", circle)));
      double azimuthDeg = random.nextDouble(360);
      GeodesicData inside = Geodesic.WGS84.Direct(latDeg, lonDeg, azimuthDeg, radiusM * 0.999);
      GeodesicData outside = Geodesic.WGS84.Direct(latDeg, lonDeg, azimuthDeg, radiusM * 1.001);

      assertThat(index.at(inside.lon2, inside.lat2)).as(circle + " " + azimuthDeg).hasSize(1);
      assertThat(index.at(outside.lon2, outside.lat2)).as(circle + " " + azimuthDeg).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "0.5, 0.5, false", // in the hole
    "0.2, 0.5, true",
    "0.4, 0.5, true", // on the edge of the hole
    "0.4, 0.4, true", // its corner
    "0, 0.5, true", // on the shell
    "1, 1, true",
    "1.0000001, 1, false",
  })
  void holeIsOutsideAndEveryEdgeIsInside(double lonDeg, double latDeg, boolean inside) {
    Ring hole = Ring.ofDegrees(0.4, 0.4, 0.6, 0.4, 0.6, 0.6, 0.4, 0.6, 0.4, 0.4);
    Polygon polygon = new Polygon(Zones.box(0, 0, 1, 1).shell(), List.of(hole));
    ZoneIndex index = ZoneIndex.of(List.of(Zones.of("H", polygon)));

    assertThat(index.at(lonDeg, latDeg).isEmpty()).isNotEqualTo(inside);
  }

  @Test
  void meetsPartsOnBothSidesOfTheAntimeridian() {
    Zone zone = Zones.of("A", Zones.box(179, -17, 180, -16), Zones.box(-180, -17, -179, -16));
    ZoneIndex index = ZoneIndex.of(List.of(zone));

    for (double lonDeg : new double[] {179.5, 180, -180, -179.5, 180.5, 539.5}) {
      assertThat(index.at(lonDeg, -16.5)).as("lon " + lonDeg).containsExactly(zone);
    }
    assertThat(index.at(0, -16.5)).isEmpty();
  }

  @Test
  void judgesOnlyTheVolumesOverWhichTheFixLies() {
    Limit ceiling = Limit.upper(50, Limit.Unit.M, Limit.Datum.AGL);
    Zone wide = Zones.of("W", Restriction.PROHIBITED, List.of(), ceiling, Zones.box(0, 0, 1, 1));
    ZoneIndex index = ZoneIndex.of(List.of(wide));
    Heights high = new Heights(null, null, null, new Height(100, 3));

    assertThat(index.check(new Position(0.5, 0.5), high, Instant.EPOCH))
        .containsExactly(
            new Verdict(
                wide, VerticalVerdict.OUT, true, HeightMethod.REPORTED_ABOVE_GROUND, false));
    assertThat(index.check(new Position(2, 2), high, Instant.EPOCH)).isEmpty();
  }

  @Test
  void holdsNothingWhenEmpty() {
    assertThat(ZoneIndex.of(List.of()).at(10, 50)).isEmpty();
  }

  @Test
  void refusesTwoZonesWithOneId() {
    Zone zone = Zones.of("A", Zones.box(0, 0, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoneIndex.of(List.of(zone, zone)))
        .withMessageContaining(zone.id().toString());
  }

  @ParameterizedTest
  @CsvSource({"0, 90.1", "0, NaN", "NaN, 0", "Infinity, 0"})
  void refusesPointsThatAreNone(double lonDeg, double latDeg) {
    ZoneIndex index = ZoneIndex.of(List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> index.at(lonDeg, latDeg));
  }

  /** Simple polygon: corners at rising angles around a centre, with a square hole now and then. */
  private static Polygon star(Random random) {
    int centreLon = random.nextInt(100_000_000, 110_000_000);
    int centreLat = random.nextInt(480_000_000, 490_000_000);
    int corners = random.nextInt(3, 40);
    int[] shell = new int[2 * corners + 2];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.nextDouble(0.8)) / corners;
      double radius = random.nextDouble(200_000, 1_000_000);
      shell[2 * i] = centreLon + (int) (radius * Math.cos(angle));
      shell[2 * i + 1] = centreLat + (int) (radius * Math.sin(angle));
    }
    shell[2 * corners] = shell[0];
    shell[2 * corners + 1] = shell[1];
    Ring ring = Ring.ofE7(shell);
    Ring hole = square(centreLon, centreLat, 50_000);
    Polygon holed = new Polygon(ring, List.of(hole));
    boolean keepHole = random.nextBoolean() && toJts(holed).isValid();
    return keepHole ? holed : new Polygon(ring, List.of());
  }

  private static Ring square(int lon, int lat, int half) {
    return Ring.ofE7(
        lon - half,
        lat - half,
        lon + half,
        lat - half,
        lon + half,
        lat + half,
        lon - half,
        lat + half,
        lon - half,
        lat - half);
  }

  private static Geometry toJts(Polygon polygon) {
    return JTS.createPolygon(
        toJts(polygon.shell()),
        polygon.holes().stream().map(ZoneIndexTest::toJts).toArray(LinearRing[]::new));
  }

  private static LinearRing toJts(Ring ring) {
    Coordinate[] vertices = new Coordinate[ring.size()];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(ring.lonE7(i), ring.latE7(i));
    }
    return JTS.createLinearRing(vertices);
  }
}
