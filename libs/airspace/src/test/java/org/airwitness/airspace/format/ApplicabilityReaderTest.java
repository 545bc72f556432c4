package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.TimeWindow;
import org.airwitness.airspace.Zones;
import org.airwitness.airspace.format.SourceProfile.PermanentDates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicabilityReaderTest {
  private final Issues issues = new Issues();

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {'permanent':'YES'};                                               2026-08-14T12:00:00Z; true
          {'startDateTime':'2026-08-14T06:00:00Z'};                          2026-08-14T05:59:59Z; false
          {'startDateTime':'2026-08-14T06:00:00Z'};                          2026-08-14T06:00:00Z; true
          {'endDateTime':'2026-08-14T20:00:00Z'};                            2026-08-14T19:59:59Z; true
          {'endDateTime':'2026-08-14T20:00:00Z'};                            2026-08-14T20:00:00Z; false
          {'endDateTime':'2026-08-14T23:59:59Z'};                            2026-08-14T23:59:59.900Z; true
          {'endDateTime':'2026-08-14T24:00Z'};                               2026-08-14T23:59:59Z; true
          {'endDateTime':'2026-08-14 22:00+0200'};                           2026-08-14T20:00:00Z; false
          {'permanent':'YES','endDateTime':'2020-01-01T00:00:00Z'};          2026-08-14T12:00:00Z; true
          {'permanent':'YES','startDateTime':'2026-08-15T00:00:00Z'};        2026-08-14T12:00:00Z; false
          {'startDateTime':'','endDateTime':'2026-08-14T20:00:00Z'};         2026-08-14T12:00:00Z; true
          {'permanent':'NO'};                                                2026-08-14T12:00:00Z; true
          {'schedule':[{'day':['FRI'],'startTime':'22:00Z','endTime':'04:00Z'}]};   2026-08-15T03:00:00Z; true
          {'schedule':[{'day':['FRI'],'startTime':'22:00Z','endTime':'04:00Z'}]};   2026-08-14T03:00:00Z; false
          {'schedule':[{'day':['FRI'],'startTime':'00:00Z','endTime':'00:00Z'}]};   2026-08-14T23:59:59Z; true
          {'schedule':[{'day':['FRI'],'startTime':'00:00Z','endTime':'00:00Z'}]};   2026-08-15T00:00:00Z; false
          {'schedule':[{'day':['SAT'],'startTime':'00:30+02:00','endTime':'03:00+02:00'}]}; 2026-08-14T22:30:00Z; true
          {'schedule':[{'day':'ANY','startTime':'08:00Z','endTime':'12:00Z'}]};     2026-08-14T12:00:00Z; false
          {'schedule':[{'day':[],'startTime':'08:00Z'}]};                           2026-08-14T23:00:00Z; true
          {'schedule':[{'day':['FRI'],'startTime':'10:00+02:00','endTime':'10:00Z'}]}; 2026-08-14T09:59:00Z; true
          {'schedule':[{'day':[],'startTime':null,'endTime':null}]};                2026-08-14T01:00:00Z; true
          """)
  void appliesExactlyWithinItsWindowAndSchedule(String period, Instant time, boolean active) {
    assertThat(read("[" + period + "]").orElseThrow().getFirst().activeAt(time)).isEqualTo(active);
    assertThat(issues.list()).noneMatch(issue -> issue.severity() == Severity.ERROR);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {'startDateTime':'tomorrow'};                     TIME_FORMAT /0/startDateTime
          {'endDateTime':'2026-02-30T00:00:00Z'};           TIME_FORMAT /0/endDateTime
          {'endDateTime':'2026-02-03T25:00:00Z'};           TIME_FORMAT /0/endDateTime
          5;                                                FIELD_SHAPE /0
          """)
  void refusesPeriodThatCannotBeRead(String period, String issue) {
    assertThat(read("[" + period + "]")).isEmpty();
    assertThat(issues.list())
        .filteredOn(found -> found.severity() == Severity.ERROR)
        .extracting(found -> found.code() + " " + found.path())
        .containsExactly(issue);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {'day':['FRI'],'startEvent':'NOON','endEvent':'SS'};         ENUM_UNKNOWN /0/schedule/0/startEvent
          {'day':['WORKDAYS'],'startTime':'08:00Z','endTime':'09:00Z'}; ENUM_UNKNOWN /0/schedule/0/day/0
          {'day':['FRI'],'startTime':'8 am','endTime':'09:00Z'};       TIME_FORMAT /0/schedule/0/startTime
          """)
  void appliesAllDayWhenScheduleCannotBeEvaluated(String daily, String issue) {
    Applicability period = read("[{'schedule':[" + daily + "]}]").orElseThrow().getFirst();
    assertThat(period.activeAt(Instant.parse("2026-08-12T03:00:00Z"))).isTrue();
    assertThat(issues.list()).extracting(f -> f.code() + " " + f.path()).contains(issue);
  }

  @Test
  void appliesBetweenDatesOfPermanentZoneWhereTheyAreAWindow() {
    String period = "[{'permanent':'YES','endDateTime':'2020-01-01T00:00:00Z'}]";
    JsonAt json = new JsonAt(TestData.json(period.replace('\'', '"').getBytes(UTF_8)), "", issues);
    ApplicabilityReader reader = new ApplicabilityReader(new Position(0, 0), PermanentDates.WINDOW);
    Applicability read = reader.read(json).orElseThrow().getFirst();
    assertThat(read.activeAt(Instant.parse("2019-12-31T23:59:59Z"))).isTrue();
    assertThat(read.activeAt(Instant.parse("2020-01-01T00:00:00Z"))).isFalse();
  }

  @Test
  void neverAppliesWhenItEndsBeforeItStarts() {
    String period = "{'startDateTime':'2026-08-15T00:00:00Z','endDateTime':'2026-08-14T00:00:00Z'}";
    Applicability read = read("[" + period + "]").orElseThrow().getFirst();
    assertThat(read.activeAt(Instant.parse("2026-08-14T12:00:00Z"))).isFalse();
    assertThat(issues.list()).extracting(Issue::code).containsExactly("TIME_ORDER");
  }

  @Test
  void readsHundredthsBehindColonWithWarning() {
    Applicability read =
        read("[{'startDateTime':'2025-10-01T00:00:00:00Z'}]").orElseThrow().getFirst();
    assertThat(read.from()).isEqualTo("2025-10-01T00:00:00Z");
    assertThat(issues.list()).extracting(Issue::code).containsExactly("TIME_FORMAT");
  }

  @Test
  void expandsToTheExpectedIntervals() {
    JsonNode golden = TestData.externalJson("golden/schedules.json");
    for (JsonNode test : golden.get("cases")) {
      Position place = new Position(test.get("lon").asDouble(), test.get("lat").asDouble());
      List<Applicability> periods = read(test.get("applicability").toString(), place).orElseThrow();
      Instant from = Instant.parse(test.get("from").asText());
      Instant to = Instant.parse(test.get("to").asText());

      List<TimeWindow> windows = Zones.when(periods).windows(from, to);

      boolean bySun = test.get("applicability").toString().contains("Event");
      Duration tolerance =
          Duration.ofSeconds(golden.at("/tolerance_s/" + (bySun ? "event" : "clock")).asInt());
      assertThat(windows).as(test.get("name").asText()).hasSameSizeAs(test.get("expected"));
      for (int i = 0; i < windows.size(); i++) {
        JsonNode interval = test.get("expected").get(i);
        assertNear(windows.get(i).from(), interval.get(0), tolerance);
        assertNear(windows.get(i).to(), interval.get(1), tolerance);
      }
    }
  }

  private static void assertNear(Instant actual, JsonNode expected, Duration tolerance) {
    Duration off = Duration.between(Instant.parse(expected.asText()), actual).abs();
    assertThat(off).as("%s, expected %s", actual, expected).isLessThanOrEqualTo(tolerance);
  }

  private Optional<List<Applicability>> read(String json) {
    return read(json, new Position(0, 0));
  }

  private Optional<List<Applicability>> read(String json, Position place) {
    byte[] text = json.replace('\'', '"').getBytes(UTF_8);
    return new ApplicabilityReader(place, PermanentDates.VALIDITY)
        .read(new JsonAt(TestData.json(text), "", issues));
  }
}
