package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerticalRuleTest {
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

    assertThat(VerticalRule.of(volume, heights))
        .isEqualTo(new VerticalRule(verdict, HeightMethod.REPORTED_ABOVE_GROUND, marginal));
  }

  @Test
  void takesHeightAboveTakeoffForLackOfBetterAsMarginal() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    Heights heights = new Heights(null, null, Height.of(90), null);

    assertThat(VerticalRule.of(volume, heights))
        .isEqualTo(new VerticalRule(VerticalVerdict.IN, HeightMethod.ABOVE_TAKEOFF, true));
  }

  @Test
  void prefersHeightAboveGroundToHeightAboveTakeoff() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.AGL));
    Heights heights = new Heights(null, null, Height.of(30), new Height(200, 3));

    assertThat(VerticalRule.of(volume, heights).verdict()).isEqualTo(VerticalVerdict.OUT);
  }

  @Test
  void needsNoHeightWhenNothingBounds() {
    Volume volume = volume(Limit.notStated(), Limit.upper(99999, Unit.FT, Datum.AMSL));

    assertThat(VerticalRule.of(volume, Heights.NONE))
        .isEqualTo(new VerticalRule(VerticalVerdict.IN, HeightMethod.NOT_NEEDED, false));
  }

  @ParameterizedTest
  @CsvSource({"AGL", "AMSL", "WGS84", "STD"})
  void isUnknownWithoutHeight(Datum datum) {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, datum));

    assertThat(VerticalRule.of(volume, Heights.NONE))
        .isEqualTo(new VerticalRule(VerticalVerdict.UNKNOWN, HeightMethod.NONE, false));
  }

  @Test
  void ignoresImplausibleHeight() {
    Volume volume = volume(lower(0, Datum.AGL), upper(120, Datum.WGS84));
    Heights heights = new Heights(Height.of(-1000), null, null, null);

    assertThat(VerticalRule.of(volume, heights).verdict()).isEqualTo(VerticalVerdict.UNKNOWN);
  }

  @Test
  void testsEllipsoidAndFlightLevelsInTheirOwnDatum() {
    Heights heights = new Heights(new Height(250, 3), new Height(1600, 10), null, null);
    Volume ellipsoid = volume(lower(100, Datum.WGS84), upper(300, Datum.WGS84));
    Volume levels =
        volume(Limit.lower(50, Unit.FL, Datum.STD), Limit.upper(105, Unit.FL, Datum.STD));

    assertThat(VerticalRule.of(ellipsoid, heights))
        .isEqualTo(new VerticalRule(VerticalVerdict.IN, HeightMethod.ELLIPSOID, false));
    assertThat(VerticalRule.of(levels, heights))
        .isEqualTo(new VerticalRule(VerticalVerdict.IN, HeightMethod.PRESSURE_ALTITUDE, false));
  }

  @Test
  void knownOutsideBeatsUnknown() {
    Volume volume = volume(lower(500, Datum.AMSL), upper(120, Datum.AGL));
    Heights heights = new Heights(null, null, null, new Height(300, 3));

    assertThat(VerticalRule.of(volume, heights))
        .isEqualTo(
            new VerticalRule(VerticalVerdict.OUT, HeightMethod.REPORTED_ABOVE_GROUND, false));
  }

  @Test
  void insideOneOfSeveralVolumesIsInside() {
    Volume low = volume(lower(0, Datum.AGL), upper(50, Datum.AGL));
    Volume high = volume(lower(100, Datum.AGL), upper(200, Datum.AGL));
    Heights heights = new Heights(null, null, null, new Height(150, 3));

    assertThat(VerticalRule.anyOf(List.of(low, high), heights).verdict())
        .isEqualTo(VerticalVerdict.IN);
  }

  @Test
  void judgesPublishedCasesThatNeedNeitherGeoidNorTerrain() {
    for (JsonNode test : TestData.externalJson("golden/vertical.json").get("cases")) {
      JsonNode fix = test.get("fix");
      if (Stream.of("geoid_n_m", "ground_m", "ground_bounds_m", "qnh_hpa").anyMatch(fix::has)) {
        continue;
      }
      Volume volume =
          volume(limit(test.get("lower"), Limit::lower), limit(test.get("upper"), Limit::upper));
      VerticalRule rule = VerticalRule.of(volume, heights(fix));
      assertThat(rule.verdict().name()).as(test.toString()).isEqualTo(test.get("verdict").asText());
      assertThat(rule.marginal()).as(test.toString()).isEqualTo(test.get("marginal").asBoolean());
    }
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
