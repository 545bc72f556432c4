package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.TimeWindow;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.api.Test;

class AixmReaderTest {
  @Test
  void readsSchedulesInTheirOwnOffsetAndDayByDay() {
    Zone range = read("airspaces.xml").zones().getFirst();
    assertThat(range.name()).isEqualTo("XTD1 RANGE");
    assertThat(range.restriction()).isEqualTo(Restriction.CONDITIONAL);
    Instant friday = Instant.parse("2026-08-14T00:00:00Z");
    assertThat(range.windows(friday, Instant.parse("2026-08-17T12:00:00Z")))
        .containsExactly(
            window("2026-08-14T06:00:00Z", "2026-08-14T22:00:00Z"),
            window("2026-08-17T06:00:00Z", "2026-08-17T12:00:00Z"));
  }

  @Test
  void addsAZoneForTheTimeOfATemporaryChange() {
    List<Zone> zones = read("airspaces.xml").zones();
    Zone delta = zones.get(1);
    assertThat(delta.key().ordinal()).isEqualTo(1);
    assertThat(delta.volumes()).isEqualTo(zones.getFirst().volumes());
    assertThat(delta.activeAt(Instant.parse("2026-08-15T11:00:00Z"))).isTrue();
    assertThat(delta.activeAt(Instant.parse("2026-08-15T12:00:00Z"))).isFalse();
  }

  @Test
  void borrowsTheShapeOfAnotherAirspaceUnderLimitsOfItsOwn() {
    List<Zone> zones = read("airspaces.xml").zones();
    Zone borrower = zones.get(2);
    assertThat(borrower.volumes().getFirst().shape())
        .isEqualTo(zones.getFirst().volumes().getFirst().shape());
    assertThat(borrower.volumes().getFirst().upper())
        .isEqualTo(Limit.upper(95, Limit.Unit.FL, Limit.Datum.STD));
    assertThat(borrower.volumes().getFirst().lower().kind()).isEqualTo(Limit.Kind.GROUND);
  }

  @Test
  void keepsALoneCircleExact() {
    Zone zone = read("airspaces.xml").zones().get(3);
    assertThat(zone.volumes().getFirst().shape()).isEqualTo(new Circle(-30, 11, 2000));
    assertThat(zone.volumes().getFirst().upper()).isEqualTo(Limit.notStated());
  }

  @Test
  void saysWhatNeedsACalendar() {
    assertThat(read("airspaces.xml").issues())
        .extracting(Issue::code)
        .contains("TIME_CALENDAR", "VERT_LOWER_ABSENT", "VERT_UPPER_ABSENT");
  }

  @Test
  void quarantinesABoundaryWithAWideGap() {
    String document =
        new String(TestData.own("airspaces.xml"), UTF_8)
            .replace("10.1 -30.0 10.0 -30.0", "10.1 -30.0 10.05 -30.0");
    ZoneImport read = ZoneReaders.of(profile()).read(document.getBytes(UTF_8));
    assertThat(read.quarantined().getFirst().reasons())
        .extracting(Issue::code)
        .contains("GEOM_OPEN");
    assertThat(read.quarantined().getFirst().raw()).contains("XTD1");
  }

  @Test
  void refusesOtherMessages() {
    ZoneImport read = ZoneReaders.of(profile()).read("<Other/>".getBytes(UTF_8));
    assertThat(read.issues()).extracting(Issue::code).containsExactly("DOC_EMPTY");
  }

  private static TimeWindow window(String from, String to) {
    return new TimeWindow(Instant.parse(from), Instant.parse(to));
  }

  private static ZoneImport read(String name) {
    return ZoneReaders.of(profile()).read(TestData.own(name));
  }

  private static SourceProfile profile() {
    return SourceProfile.of("test", DocumentFormat.AIXM);
  }
}
