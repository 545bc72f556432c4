package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.airwitness.airspace.height.Environment;
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

  /** More than a position moves when it is rounded to 1e-7 degree. */
  private static final double ROUNDING_M = 0.01;

  private static final Instant NOON = Instant.parse("2026-08-14T12:00:00Z");

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
      double marginM = Math.max(ROUNDING_M, radiusM * 0.001);
      GeodesicData inside = Geodesic.WGS84.Direct(latDeg, lonDeg, azimuthDeg, radiusM - marginM);
      GeodesicData outside = Geodesic.WGS84.Direct(latDeg, lonDeg, azimuthDeg, radiusM + marginM);

      assertThat(index.at(inside.lon2, inside.lat2)).as(circle + " " + azimuthDeg).hasSize(1);
      assertThat(index.at(outside.lon2, outside.lat2)).as(circle + " " + azimuthDeg).isEmpty();
    }
  }

  @ParameterizedTest(name = "up to {0} m: within {1} m")
  @CsvSource({"15000, 0.05", "50000, 0.5"})
  void measuresCirclesLikeTheGeodesic(double maxRadiusM, double toleranceM) {
    Random random = new Random(33);
    for (int i = 0; i < 20_000; i++) {
      double latDeg = random.nextDouble(-60, 60);
      double lonDeg = random.nextDouble(-180, 180);
      double radiusM = random.nextDouble(5, maxRadiusM);
      ZoneIndex index = ZoneIndex.of(List.of(Zones.of("C", new Circle(lonDeg, latDeg, radiusM))));
      double offM = random.nextDouble(-3 * toleranceM, 3 * toleranceM);
      GeodesicData point =
          Geodesic.WGS84.Direct(latDeg, lonDeg, random.nextDouble(360), radiusM + offM);
      double lon = Ring.e7(point.lon2) / 1e7;
      double lat = Ring.e7(point.lat2) / 1e7;
      double distanceM = Geodesic.WGS84.Inverse(latDeg, lonDeg, lat, lon).s12;
      if (Math.abs(distanceM - radiusM) > toleranceM) {
        assertThat(!index.at(lon, lat).isEmpty()).isEqualTo(distanceM <= radiusM);
      }
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
  void takesOverChangedZonesAndLeavesOutRemovedOnes() {
    Zone kept = Zones.of("A", Zones.box(0, 0, 1, 1));
    Zone moved = Zones.of("B", Zones.box(0, 0, 1, 1));
    Zone removed = Zones.of("C", Zones.box(0, 0, 1, 1));
    Zone elsewhere = Zones.of("B", Zones.box(5, 5, 6, 6));
    Zone added = Zones.of("D", new Circle(0.5, 0.5, 100));
    ZoneIndex before = ZoneIndex.of(List.of(kept, moved, removed));
    ZoneIndex after = before.with(List.of(elsewhere, added), Set.of(removed.id()));

    assertThat(after.at(0.5, 0.5)).containsExactly(kept, added);
    assertThat(after.at(5.5, 5.5)).containsExactly(elsewhere);
    assertThat(after.check(new Position(0.5, 0.5), Heights.NONE, NOON))
        .extracting(Verdict::zone)
        .containsExactly(kept, added);
    assertThat(after.listZones()).containsExactly(kept, elsewhere, added);
    assertThat(after.findZone(moved.id())).contains(elsewhere);
    assertThat(after.findZone(removed.id())).isEmpty();
    assertThat(before.at(0.5, 0.5)).containsExactly(kept, moved, removed);
    assertThat(after.with(List.of(), Set.of(added.id(), kept.id())).listZones())
        .containsExactly(elsewhere);
  }

  @Test
  void staysRightWhenChangedOverAndOver() {
    Random random = new Random(11);
    Map<UUID, Zone> expected = new LinkedHashMap<>();
    ZoneIndex index = ZoneIndex.of(List.of());
    for (int i = 0; i < 3 * ZoneIndex.MAX_CHANGED; i++) {
      Zone put = Zones.of("Z" + random.nextInt(600), star(random));
      UUID removed = Zones.of("Z" + random.nextInt(600), Zones.box(0, 0, 1, 1)).id();
      expected.remove(removed);
      expected.put(put.id(), put);
      index = index.with(List.of(put), Set.of(removed));
    }
    assertThat(index.listZones()).containsExactlyInAnyOrderElementsOf(expected.values());
    ZoneIndex anew = ZoneIndex.of(expected.values());
    for (int i = 0; i < 500; i++) {
      double lon = random.nextDouble(10, 11);
      double lat = random.nextDouble(48, 49);
      assertThat(index.at(lon, lat)).containsExactlyInAnyOrderElementsOf(anew.at(lon, lat));
    }
  }

  /** Readers take the reference once per fix and see the old zones or the new ones. */
  @Test
  void answersFromOneEditionWhileEditionsAreSwapped() throws Exception {
    Zone odd = Zones.of("A", Zones.box(0, 0, 1, 1));
    Zone even = Zones.of("B", Zones.box(0, 0, 1, 1), Zones.box(0.2, 0.2, 0.8, 0.8));
    ZoneIndex both = ZoneIndex.of(List.of(odd));
    AtomicReference<ZoneIndex> published = new AtomicReference<>(both);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
      List<Future<Long>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(readers.submit(() -> countAnswers(published, done, odd, even)));
      }
      for (int swap = 0; swap < 1_000; swap++) {
        published.set(
            swap % 2 == 0
                ? published.get().with(List.of(even), Set.of(odd.id()))
                : ZoneIndex.of(List.of(odd)));
      }
      done.set(true);
      for (Future<Long> answer : answers) {
        assertThat(answer.get()).isPositive();
      }
    }
  }

  private static long countAnswers(
      AtomicReference<ZoneIndex> published, AtomicBoolean done, Zone odd, Zone even) {
    Verdicts verdicts = new Verdicts(Environment.NONE);
    long answers = 0;
    while (!done.get() || answers == 0) {
      ZoneIndex index = published.get();
      index.check(new Position(0.5, 0.5), Heights.NONE, NOON, verdicts);
      assertThat(verdicts.size()).isEqualTo(1);
      assertThat(verdicts.zone(0)).isSameAs(index.findZone(odd.id()).orElse(even));
      answers++;
    }
    return answers;
  }

  @Test
  void allocatesNothingPerFix() {
    Random random = new Random(5);
    List<Zone> zones = new ArrayList<>();
    Limit ceiling = Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL);
    for (int i = 0; i < 300; i++) {
      Shape shape = i % 3 == 0 ? new Circle(random.nextDouble(10, 11), 48.5, 3_000) : star(random);
      zones.add(Zones.of("Z" + i, Restriction.PROHIBITED, List.of(), ceiling, shape));
    }
    ZoneIndex index = ZoneIndex.of(zones);
    Heights heights = new Heights(new Height(200, 5), null, null, new Height(80, 5));
    Position[] positions = new Position[1_000];
    Arrays.setAll(
        positions, i -> new Position(random.nextDouble(10, 11), random.nextDouble(48, 49)));
    Verdicts verdicts = new Verdicts(Environment.NONE);
    for (int i = 0; i < 20; i++) {
      countInside(index, positions, heights, verdicts);
    }

    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long inside = countInside(index, positions, heights, verdicts);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(inside).isGreaterThan(1_000);
    assertThat(allocated).isLessThan(positions.length);
  }

  private static long countInside(
      ZoneIndex index, Position[] positions, Heights heights, Verdicts verdicts) {
    long inside = 0;
    for (Position position : positions) {
      index.check(position, heights, NOON, verdicts);
      for (int i = 0; i < verdicts.size(); i++) {
        inside += verdicts.vertical(i) == VerticalVerdict.IN ? 1 : 0;
      }
    }
    return inside;
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
