package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.height.ConstantTerrain;
import org.airwitness.airspace.height.Environment;
import org.airwitness.airspace.height.Geoid;
import org.airwitness.airspace.height.GroundBounds;
import org.airwitness.airspace.height.NoTerrain;
import org.airwitness.airspace.height.Qnh;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerticalJudgeTest {
  private static final Instant TIME = Instant.parse("2026-08-14T12:00:00Z");
  private static final Shape ANYWHERE = new Circle(0, 0, 1);

  @ParameterizedTest(name = "{0}..{1} m AGL at {2}: {3}")
  @CsvSource({
    "0, 120, 80, IN, false",
    "0, 120, 140, OUT, false",
    "0, 120, 120, IN, true",
    "0, 120, 120.1, OUT, true",
    "0, 120, -4, IN, false",
    "50, 120, 30, OUT, false",
    "50, 120, 50, IN, true",
    "150, 50, 100, IN, false",
    "0, 0, 30, OUT, false",
    "80, 80, 80, IN, true",
  })
  void comparesHeightAboveGroundWithBothLimits(
      double lowerM, double upperM, double heightM, VerticalVerdict verdict, boolean marginal) {
    Volume volume = volume(lower(lowerM, Datum.AGL), upper(upperM, Datum.AGL));
    Heights heights = new Heights(null, null, null, new Height(heightM, 3));

    assertThat(judge(volume, heights))
        .isEqualTo(new Result(verdict, HeightMethod.REPORTED_ABOVE_GROUND, marginal));
  }

  @Test
  void takesHeightAboveTakeoffForLackOfBetterAsMarginal() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    Heights heights = new Heights(null, null, Height.of(90), null);

    assertThat(judge(volume, heights))
        .isEqualTo(new Result(VerticalVerdict.IN, HeightMethod.ABOVE_TAKEOFF, true));
  }

  @Test
  void prefersHeightAboveGroundToHeightAboveTakeoff() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    Heights heights = new Heights(null, null, Height.of(30), new Height(200, 3));

    assertThat(judge(volume, heights).verdict()).isEqualTo(VerticalVerdict.OUT);
  }

  @Test
  void needsNoHeightWhenNothingBounds() {
    Volume volume = volume(Limit.notStated(), Limit.upper(99999, Unit.FT, Datum.AMSL));

    assertThat(judge(volume, Heights.NONE))
        .isEqualTo(new Result(VerticalVerdict.IN, HeightMethod.NOT_NEEDED, false));
  }

  @ParameterizedTest
  @CsvSource({"AGL", "AMSL", "WGS84", "STD"})
  void isUnknownWithoutHeight(Datum datum) {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, datum));

    assertThat(judge(volume, Heights.NONE))
        .isEqualTo(new Result(VerticalVerdict.UNKNOWN, HeightMethod.NONE, false));
  }

  @Test
  void ignoresImplausibleHeight() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.WGS84));
    Heights heights = new Heights(Height.of(-1000), null, null, null);

    assertThat(judge(volume, heights).verdict()).isEqualTo(VerticalVerdict.UNKNOWN);
  }

  @Test
  void testsEllipsoidAndFlightLevelsInTheirOwnDatum() {
    Heights heights = new Heights(new Height(250, 3), new Height(1600, 10), null, null);
    Volume ellipsoid = volume(lower(100, Datum.WGS84), upper(300, Datum.WGS84));
    Volume levels =
        volume(Limit.lower(50, Unit.FL, Datum.STD), Limit.upper(105, Unit.FL, Datum.STD));

    assertThat(judge(ellipsoid, heights))
        .isEqualTo(new Result(VerticalVerdict.IN, HeightMethod.ELLIPSOID, false));
    assertThat(judge(levels, heights))
        .isEqualTo(new Result(VerticalVerdict.IN, HeightMethod.PRESSURE_ALTITUDE, false));
  }

  @Test
  void knownOutsideBeatsUnknown() {
    Volume volume = volume(lower(500, Datum.AMSL), upper(120, Datum.AGL));
    Heights heights = new Heights(null, null, null, new Height(300, 3));

    assertThat(judge(volume, heights))
        .isEqualTo(new Result(VerticalVerdict.OUT, HeightMethod.REPORTED_ABOVE_GROUND, false));
  }

  @Test
  void insideOneOfSeveralVolumesIsInside() {
    Volume low = volume(lower(0, Datum.AGL), upper(50, Datum.AGL));
    Volume high = volume(lower(100, Datum.AGL), upper(200, Datum.AGL));
    Heights heights = new Heights(null, null, null, new Height(150, 3));

    assertThat(judge(List.of(low, high), heights, Environment.NONE).verdict())
        .isEqualTo(VerticalVerdict.IN);
  }

  @Test
  void judgesEveryPublishedCase() {
    JsonNode cases = TestData.externalJson("golden/vertical.json").get("cases");
    assertThat(cases).hasSize(28);
    for (JsonNode test : cases) {
      JsonNode fix = test.get("fix");
      Volume volume =
          volume(limit(test.get("lower"), Limit::lower), limit(test.get("upper"), Limit::upper));
      Result result = judge(List.of(volume), heights(fix), environment(fix));
      assertThat(result.verdict().name())
          .as(test.toString())
          .isEqualTo(test.get("verdict").asText());
      assertThat(result.marginal()).as(test.toString()).isEqualTo(test.get("marginal").asBoolean());
    }
  }

  @Test
  void usesPressureOnlyWithFreshQnh() {
    Volume volume = volume(lower(0, Datum.AGL), upper(600, Datum.AMSL));
    Heights heights = new Heights(null, new Height(620, 3), null, null);
    Qnh observed = new Qnh(1003.25, TIME.minusSeconds(3599));
    Qnh old = new Qnh(1003.25, TIME.minusSeconds(3600));

    assertThat(judge(List.of(volume), heights, withQnh(observed)))
        .isEqualTo(new Result(VerticalVerdict.IN, HeightMethod.PRESSURE_QNH, false));
    assertThat(judge(List.of(volume), heights, withQnh(old)).verdict())
        .isEqualTo(VerticalVerdict.UNKNOWN);
  }

  @Test
  void trustsBoundsOfTheGroundMoreThanHeightAboveTakeoff() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    Heights heights = new Heights(new Height(1500, 10), null, Height.of(90), null);
    Environment site =
        new Environment((lon, lat) -> 46.9, NoTerrain.INSTANCE, new GroundBounds(250, 700), null);

    assertThat(judge(List.of(volume), heights, site))
        .isEqualTo(new Result(VerticalVerdict.OUT, HeightMethod.GROUND_BOUNDS, false));
  }

  @Test
  void fallsBackToHeightAboveTakeoffWhereBoundsDoNotDecide() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    Heights heights = new Heights(new Height(700, 10), null, Height.of(90), null);
    Environment site =
        new Environment((lon, lat) -> 46.9, NoTerrain.INSTANCE, new GroundBounds(250, 700), null);

    assertThat(judge(List.of(volume), heights, site))
        .isEqualTo(new Result(VerticalVerdict.IN, HeightMethod.ABOVE_TAKEOFF, true));
  }

  @ParameterizedTest(name = "{0} m above the sea, as reported: {1}, marginal {2}")
  @CsvSource({"594, IN, false", "596, IN, true", "604, OUT, true", "606, OUT, false"})
  void takesReportedHeightAboveTheSeaForLackOfTheEllipsoid(
      double aboveSeaM, VerticalVerdict verdict, boolean marginal) {
    Volume volume = volume(lower(0, Datum.AGL), upper(600, Datum.AMSL));
    // 3 m, and 2 m for the sender's geoid
    assertThat(judge(volume, aboveSea(new Height(aboveSeaM, 3))))
        .isEqualTo(new Result(verdict, HeightMethod.REPORTED_ABOVE_SEA, marginal));
  }

  @Test
  void prefersTheEllipsoidToReportedHeightAboveTheSea() {
    Volume volume = volume(lower(0, Datum.AGL), upper(600, Datum.AMSL));
    Environment site = Environment.of((lon, lat) -> 46.9);
    Heights heights = new Heights(new Height(660, 3), new Height(550, 3), null, null, null, null);

    assertThat(judge(List.of(volume), heights, site))
        .isEqualTo(new Result(VerticalVerdict.OUT, HeightMethod.GEOID, false));
  }

  @ParameterizedTest(name = "{0} m above the sea over ground at 310 m: {1}, marginal {2}")
  @CsvSource({"400, IN, false", "425, IN, true", "450, OUT, false"})
  void findsHeightAboveGroundFromTheSeaAndTheTerrain(
      double aboveSeaM, VerticalVerdict verdict, boolean marginal) {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    assertThat(judge(List.of(volume), aboveSea(new Height(aboveSeaM, 3)), ground(310)))
        .isEqualTo(new Result(verdict, HeightMethod.TERRAIN, marginal));
  }

  @ParameterizedTest(name = "{0} m above take-off at 310 m: {1}, marginal {2}")
  @CsvSource({"60, IN, false", "85, IN, true", "95, OUT, true", "120, OUT, false"})
  void addsTheTerrainAtTakeoffToHeightAboveIt(
      double aboveTakeoffM, VerticalVerdict verdict, boolean marginal) {
    Volume volume = volume(lower(0, Datum.AGL), upper(400, Datum.AMSL));
    assertThat(judge(List.of(volume), sinceTakeoff(aboveTakeoffM), ground(310)))
        .isEqualTo(new Result(verdict, HeightMethod.TERRAIN_AT_TAKEOFF, marginal));
  }

  @Test
  void needsPlaceAndGroundOfTakeoffForHeightAboveTheSea() {
    Volume volume = volume(lower(0, Datum.AGL), upper(400, Datum.AMSL));
    Heights nowhere = new Heights(null, null, Height.of(60), null);

    assertThat(judge(List.of(volume), nowhere, ground(310)).verdict())
        .isEqualTo(VerticalVerdict.UNKNOWN);
    assertThat(judge(volume, sinceTakeoff(60)).verdict()).isEqualTo(VerticalVerdict.UNKNOWN);
  }

  private static Heights aboveSea(Height height) {
    return new Heights(null, height, null, null, null, null);
  }

  private static Heights sinceTakeoff(double heightM) {
    return new Heights(null, null, null, Height.of(heightM), new Position(11.01, 49.01), null);
  }

  private static Environment ground(double heightM) {
    return new Environment(Geoid.NONE, new ConstantTerrain(heightM, 10), null, null);
  }

  private record Result(VerticalVerdict verdict, HeightMethod method, boolean marginal) {}

  private static Result judge(Volume volume, Heights heights) {
    return judge(List.of(volume), heights, Environment.NONE);
  }

  private static Result judge(List<Volume> volumes, Heights heights, Environment environment) {
    HeightEstimate height = new HeightEstimate(environment);
    height.of(new Position(11, 49), heights, TIME);
    List<Zone> zones = List.of(Zones.of(volumes));
    VolumeTable table = new VolumeTable(zones, new ZoneWindows(zones, null));
    VerticalJudge judge = new VerticalJudge();
    judge.judge(table, 0, height);
    for (int i = 1; i < volumes.size(); i++) {
      judge.judgeOr(table, i, height);
    }
    return new Result(judge.verdict(), judge.method(), judge.marginal());
  }

  private static Environment withQnh(Qnh qnh) {
    return new Environment(Geoid.NONE, NoTerrain.INSTANCE, null, qnh);
  }

  private static Environment environment(JsonNode fix) {
    double undulationM = fix.path("geoid_n_m").asDouble(Double.NaN);
    JsonNode bounds = fix.path("ground_bounds_m");
    return new Environment(
        (lon, lat) -> undulationM,
        fix.has("ground_m")
            ? new ConstantTerrain(fix.get("ground_m").asDouble(), 10)
            : NoTerrain.INSTANCE,
        bounds.isArray()
            ? new GroundBounds(bounds.get(0).asDouble(), bounds.get(1).asDouble())
            : null,
        fix.has("qnh_hpa") ? new Qnh(fix.get("qnh_hpa").asDouble(), TIME) : null);
  }

  private interface LimitOf {
    Limit limit(double value, Unit unit, Datum datum);
  }

  private static Limit limit(JsonNode limit, LimitOf kind) {
    return limit.has("value")
        ? kind.limit(
            limit.get("value").asDouble(),
            Unit.valueOf(limit.get("unit").asText()),
            Datum.valueOf(limit.get("ref").asText()))
        : Limit.notStated();
  }

  private static Heights heights(JsonNode fix) {
    double accuracyM = fix.path("vertical_accuracy_m").asDouble(Height.UNKNOWN_ACCURACY_M);
    return new Heights(
        height(fix, "hae_m", accuracyM),
        height(fix, "pressure_alt_m", accuracyM),
        height(fix, "height_takeoff_m", accuracyM),
        height(fix, "height_agl_m", accuracyM));
  }

  private static @Nullable Height height(JsonNode fix, String name, double accuracyM) {
    return fix.has(name) ? new Height(fix.get(name).asDouble(), accuracyM) : null;
  }

  private static Volume volume(Limit lower, Limit upper) {
    return new Volume(ANYWHERE, lower, upper);
  }

  private static Limit lower(double valueM, Datum datum) {
    return Limit.lower(valueM, Unit.M, datum);
  }

  private static Limit upper(double valueM, Datum datum) {
    return Limit.upper(valueM, Unit.M, datum);
  }
}
