package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** The index over the published zones of five states, against independent programs. */
class PublishedZoneIndexTest {
  private static final GeometryFactory JTS = new GeometryFactory();
  private static final int POINTS = 250_000;

  /** A polygon that is alone in its zone. */
  private record Lone(
      Zone zone, Polygon polygon, IndexedPointInAreaLocator locator, boolean valid) {
    boolean contains(Coordinate point) {
      return valid
          ? locator.locate(point) != Location.EXTERIOR
          : polygon.containsE7((int) point.x, (int) point.y);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BG", "FI", "IE", "LU", "RO"})
  void findsTheSameZonesAsAnIndependentProgram(String state) {
    List<Zone> zones = RealZones.of(state);
    ZoneIndex index = ZoneIndex.of(zones);
    for (String line :
        TestData.externalLines("golden/containment_" + state + ".csv").stream().skip(1).toList()) {
      String[] columns = line.split(",", -1);
      String found =
          index.at(Double.parseDouble(columns[0]), Double.parseDouble(columns[1])).stream()
              .map(zone -> String.valueOf(zones.indexOf(zone)))
              .collect(Collectors.joining(" "));
      assertThat(found).as(line).isEqualTo(columns[2]);
      for (String boundary : columns[3].isEmpty() ? new String[0] : columns[3].split(" ")) {
        assertDistance(line, index, zones, columns, boundary);
      }
    }
  }

  private static void assertDistance(
      String line, ZoneIndex index, List<Zone> zones, String[] columns, String boundary) {
    Position place = new Position(Double.parseDouble(columns[0]), Double.parseDouble(columns[1]));
    String[] numberAndDistance = boundary.split(":");
    UUID id = zones.get(Integer.parseInt(numberAndDistance[0])).id();
    double expectedM = Double.parseDouble(numberAndDistance[1]);
    assertThat(index.findPlaced(id).orElseThrow().signedDistanceM(place, 2_000))
        .as("%s to %s", line, boundary)
        .isCloseTo(expectedM, within(0.2 + 0.0005 * Math.abs(expectedM)));
  }

  /** Polygons JTS calls invalid are compared with the plain even-odd of their rings. */
  @Test
  void agreesWithJtsOnEveryValidPolygon() {
    List<Lone> polygons = lonePolygons(RealZones.all());
    ZoneIndex index = ZoneIndex.of(polygons.stream().map(Lone::zone).toList());
    STRtree tree = new STRtree();
    polygons.forEach(lone -> tree.insert(box(lone.polygon()), lone));
    assertThat(polygons.stream().filter(lone -> !lone.valid())).isNotEmpty();

    Random random = new Random(31);
    int hits = 0;
    int differences = 0;
    for (int i = 0; i < POINTS; i++) {
      Coordinate point = point(polygons, random);
      List<Zone> expected = new ArrayList<>();
      for (Object candidate : tree.query(new Envelope(point))) {
        Lone lone = (Lone) candidate;
        if (lone.contains(point)) {
          expected.add(lone.zone());
        }
      }
      List<Zone> found = index.at(point.x / 1e7, point.y / 1e7);
      hits += found.size();
      differences += sameZones(found, expected) ? 0 : 1;
    }
    System.out.printf("%d points, %d hits, %d differences%n", POINTS, hits, differences);
    assertThat(hits).isGreaterThan(POINTS / 2);
    assertThat(differences).isZero();
  }

  private static boolean sameZones(List<Zone> found, List<Zone> expected) {
    return found.size() == expected.size()
        && found.stream().allMatch(zone -> expected.stream().anyMatch(other -> other == zone));
  }

  /** A third anywhere, a third near a vertex, a third on a vertex or on the middle of an edge. */
  private static Coordinate point(List<Lone> polygons, Random random) {
    Polygon polygon = polygons.get(random.nextInt(polygons.size())).polygon();
    Ring shell = polygon.shell();
    int vertex = random.nextInt(shell.size() - 1);
    int lon = shell.lonE7(vertex);
    int lat = shell.latE7(vertex);
    return switch (random.nextInt(3)) {
      case 0 ->
          new Coordinate(
              random.nextInt(-105_000_000, 315_000_000), random.nextInt(415_000_000, 700_000_000));
      case 1 ->
          new Coordinate(
              lon + random.nextInt(-60_000, 60_001), lat + random.nextInt(-60_000, 60_001));
      default ->
          random.nextBoolean()
              ? new Coordinate(lon, lat)
              : new Coordinate(
                  lon + (shell.lonE7(vertex + 1) - lon) / 2,
                  lat + (shell.latE7(vertex + 1) - lat) / 2);
    };
  }

  private static List<Lone> lonePolygons(List<Zone> zones) {
    List<Lone> lone = new ArrayList<>();
    for (Zone zone : zones) {
      for (Volume volume : zone.volumes()) {
        if (volume.shape() instanceof Polygon polygon) {
          Geometry geometry = toJts(polygon);
          lone.add(
              new Lone(
                  Zones.of("P" + lone.size(), polygon),
                  polygon,
                  new IndexedPointInAreaLocator(geometry),
                  geometry.isValid()));
        }
      }
    }
    return lone;
  }

  private static Envelope box(Polygon polygon) {
    return toJts(polygon).getEnvelopeInternal();
  }

  private static Geometry toJts(Polygon polygon) {
    return JTS.createPolygon(
        toJts(polygon.shell()),
        polygon.holes().stream().map(PublishedZoneIndexTest::toJts).toArray(LinearRing[]::new));
  }

  private static LinearRing toJts(Ring ring) {
    Coordinate[] vertices = new Coordinate[ring.size()];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(ring.lonE7(i), ring.latE7(i));
    }
    return JTS.createLinearRing(vertices);
  }
}
