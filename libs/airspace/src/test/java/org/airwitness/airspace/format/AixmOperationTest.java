package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.api.Test;

/** Volumes of components that are subtracted from, or intersected with, those before them. */
class AixmOperationTest {
  /** Between 10 and 11 north, 20 and 21 east. */
  private static final String BASE = "10 20 10 21 11 21 11 20 10 20";

  /** Its eastern half and as much beyond. */
  private static final String EAST = "9 20.5 9 22 12 22 12 20.5 9 20.5";

  @Test
  void subtractsWhatReachesOverTheWholeHeight() {
    ZoneImport read = read(base(0, 5000) + component("SUBTR", limits(0, 9000) + surface(EAST)));
    assertThat(holds(read, 20.499, 10.5)).isTrue();
    assertThat(holds(read, 20.501, 10.5)).isFalse();
    assertThat(holds(read, 21.5, 10.5)).isFalse();
    assertThat(read.issues()).extracting(Issue::code).doesNotContain("AIXM_OPERATION");
  }

  @Test
  void leavesAHoleWhereTheMiddleIsSubtracted() {
    String middle = "10.4 20.4 10.4 20.6 10.6 20.6 10.6 20.4 10.4 20.4";
    ZoneImport read = read(base(0, 5000) + component("SUBTR", surface(middle)));
    assertThat(holds(read, 20.5, 10.5)).isFalse();
    assertThat(holds(read, 20.39, 10.5)).isTrue();
    assertThat(holds(read, 20.61, 10.5)).isTrue();
  }

  @Test
  void subtractsAirspacesOfTheMessage() {
    ZoneImport read =
        read(
            base(0, 5000) + component("SUBTR", borrowed("2")),
            component("BASE", limits(0, 9000) + surface(EAST)));
    assertThat(holds(read, 20.499, 10.5)).isTrue();
    assertThat(holds(read, 20.501, 10.5)).isFalse();
  }

  @Test
  void borrowsAnAirspaceTwice() {
    ZoneImport read =
        read(
            component("BASE", limits(0, 1000) + borrowed("2"))
                + component("UNION", limits(3000, 5000) + borrowed("2")),
            base(0, 9000));
    assertThat(read.zones().getFirst().volumes())
        .extracting(volume -> volume.upper().value())
        .containsExactly(1000.0, 5000.0);
    assertThat(read.issues()).extracting(Issue::code).doesNotContain("AIXM_REF_UNRESOLVED");
  }

  @Test
  void endsWhereAirspacesBorrowOfEachOther() {
    String[] airspaces = new String[41];
    for (int i = 0; i < 40; i++) {
      String next = borrowed(String.valueOf(i + 2));
      airspaces[i] = component("BASE", next) + component("UNION", next);
    }
    airspaces[40] = component("BASE", borrowed("1"));
    ZoneImport read = read(airspaces);
    assertThat(read.zones()).isEmpty();
    assertThat(read.issues()).extracting(Issue::code).contains("AIXM_REF_UNRESOLVED");
  }

  @Test
  void takesOperationsOneAfterTheOther() {
    String added =
        component("UNION", limits(0, 5000) + surface("10 20.8 10 22 11 22 11 20.8 10 20.8"));
    ZoneImport read = read(base(0, 5000) + component("SUBTR", surface(EAST)) + added);
    assertThat(holds(read, 20.7, 10.5)).isFalse();
    assertThat(holds(read, 20.9, 10.5)).isTrue();
  }

  @Test
  void intersectsAreaAndHeight() {
    ZoneImport read =
        read(base(1000, 5000) + component("INTERS", limits(2000, 9000) + surface(EAST)));
    assertThat(holds(read, 20.499, 10.5)).isFalse();
    assertThat(holds(read, 20.501, 10.5)).isTrue();
    assertThat(holds(read, 21.001, 10.5)).isFalse();
    Volume volume = volumes(read).getFirst();
    assertThat(volume.lower()).isEqualTo(Limit.lower(2000, Limit.Unit.FT, Limit.Datum.AMSL));
    assertThat(volume.upper()).isEqualTo(Limit.upper(5000, Limit.Unit.FT, Limit.Datum.AMSL));
  }

  @Test
  void keepsWhatIsSubtractedOverAPartOfTheHeightOnly() {
    ZoneImport read = read(base(0, 5000) + component("SUBTR", limits(0, 4000) + surface(EAST)));
    assertThat(holds(read, 20.501, 10.5)).isTrue();
    assertThat(read.issues()).extracting(Issue::code).contains("AIXM_OPERATION");
  }

  @Test
  void keepsTheLargerAreaWhereTheOperandIsUncertain() {
    String bowTie = "10 20 11 21 11 20 10 21 10 20";
    for (String operation : List.of("SUBTR", "INTERS")) {
      ZoneImport read = read(base(0, 5000) + component(operation, surface(bowTie)));
      assertThat(holds(read, 20.5, 10.1)).isTrue();
      assertThat(holds(read, 20.1, 10.5)).isTrue();
      assertThat(read.issues()).extracting(Issue::code).contains("GEOM_INVALID", "AIXM_OPERATION");
    }
  }

  @Test
  void keepsTheLargerAreaWhereTheOperandIsNotInTheMessage() {
    for (String operation : List.of("SUBTR", "INTERS")) {
      ZoneImport read = read(base(0, 5000) + component(operation, borrowed("9")));
      assertThat(holds(read, 20.9, 10.5)).isTrue();
      assertThat(read.issues()).extracting(Issue::code).contains("AIXM_REF_UNRESOLVED");
    }
  }

  @Test
  void neverCutsACircleShort() {
    String circle = circle(10, 20.5, 20);
    ZoneImport apart =
        read(
            component("BASE", circle)
                + component("SUBTR", surface("12 20 12 21 13 21 13 20 12 20")));
    assertThat(volumes(apart).getFirst().shape()).isEqualTo(new Circle(20.5, 10, 20_000));
    ZoneImport halved = read(component("BASE", circle) + component("SUBTR", surface(EAST)));
    Point west = Arc.from(new Point(20.5, 10), 270, 19_999.5);
    assertThat(holds(halved, west.lonDeg(), west.latDeg())).isTrue();
    assertThat(holds(halved, 20.501, 10)).isFalse();
    ZoneImport without = read(base(0, 5000) + component("SUBTR", circle(10.5, 20.5, 20)));
    Point edge = Arc.from(new Point(20.5, 10.5), 45, 20_000);
    Point within = Arc.from(new Point(20.5, 10.5), 45, 19_990);
    assertThat(holds(without, edge.lonDeg(), edge.latDeg())).isTrue();
    assertThat(holds(without, within.lonDeg(), within.latDeg())).isFalse();
  }

  @Test
  void quarantinesAnAirspaceOfWhichNothingIsLeft() {
    ZoneImport read =
        read(base(0, 5000) + component("SUBTR", surface("9 19 9 22 12 22 12 19 9 19")));
    assertThat(read.zones()).isEmpty();
    assertThat(read.quarantined().getFirst().reasons())
        .extracting(Issue::code)
        .containsExactly("AIXM_OPERATION");
  }

  private static boolean holds(ZoneImport read, double lonDeg, double latDeg) {
    return volumes(read).stream().anyMatch(v -> v.shape().contains(lonDeg, latDeg));
  }

  private static List<Volume> volumes(ZoneImport read) {
    return read.zones().getFirst().volumes();
  }

  private static String base(int lowerFt, int upperFt) {
    return component("BASE", limits(lowerFt, upperFt) + surface(BASE));
  }

  private static String limits(int lowerFt, int upperFt) {
    return """
    <upperLimit uom="FT">%d</upperLimit><upperLimitReference>MSL</upperLimitReference>
    <lowerLimit uom="FT">%d</lowerLimit><lowerLimitReference>MSL</lowerLimitReference>
    """
        .formatted(upperFt, lowerFt);
  }

  private static String surface(String latLons) {
    return projection("<LineStringSegment><posList>" + latLons + "</posList></LineStringSegment>");
  }

  private static String circle(double latDeg, double lonDeg, int radiusKm) {
    return projection(
        "<CircleByCenterPoint><pos>%s %s</pos><radius uom=\"KM\">%d</radius></CircleByCenterPoint>"
            .formatted(latDeg, lonDeg, radiusKm));
  }

  private static String projection(String segment) {
    return """
    <horizontalProjection><Surface srsName="urn:ogc:def:crs:EPSG::4326"><patches><PolygonPatch>
    <exterior><Ring><curveMember><Curve><segments>%s</segments></Curve></curveMember></Ring>
    </exterior></PolygonPatch></patches></Surface></horizontalProjection>
    """
        .formatted(segment);
  }

  private static String borrowed(String uuid) {
    return """
    <contributorAirspace><AirspaceVolumeDependency><theAirspace href="urn:uuid:%s"/>
    </AirspaceVolumeDependency></contributorAirspace>
    """
        .formatted(uuid);
  }

  private static String component(String operation, String volume) {
    return """
    <geometryComponent><AirspaceGeometryComponent><operation>%s</operation><theAirspaceVolume>
    <AirspaceVolume>%s</AirspaceVolume></theAirspaceVolume></AirspaceGeometryComponent>
    </geometryComponent>
    """
        .formatted(operation, volume);
  }

  /** Reads a message with one airspace for each list of components, numbered from 1. */
  private static ZoneImport read(String... airspaces) {
    StringBuilder message = new StringBuilder("<AIXMBasicMessage>");
    for (int i = 0; i < airspaces.length; i++) {
      message.append(
          """
          <hasMember><Airspace><identifier>%d</identifier><timeSlice><AirspaceTimeSlice>
          <type>R</type>%s</AirspaceTimeSlice></timeSlice></Airspace></hasMember>
          """
              .formatted(i + 1, airspaces[i]));
    }
    return ZoneReaders.of(SourceProfile.of("test", DocumentFormat.AIXM))
        .read(message.append("</AIXMBasicMessage>").toString().getBytes(UTF_8));
  }
}
