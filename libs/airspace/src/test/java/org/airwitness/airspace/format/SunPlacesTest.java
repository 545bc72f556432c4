package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.TimeWindow;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.api.Test;

class SunPlacesTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-08-14T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-08-15T00:00:00Z");
  private static final String WEST = circle(5);
  private static final String EAST = circle(15);

  @Test
  void appliesFromSunriseInTheEastToSunsetInTheWest() {
    TimeWindow west = day(zone("SR", "SS", WEST));
    TimeWindow east = day(zone("SR", "SS", EAST));
    assertThat(east.from()).isBefore(west.from());
    for (Zone both :
        List.of(zone("SR", "SS", WEST + "," + EAST), zone("SR", "SS", EAST + "," + WEST))) {
      assertThat(day(both)).isEqualTo(new TimeWindow(east.from(), west.to()));
    }
  }

  @Test
  void asksOncePerPlaceAndNotForTheClock() {
    assertThat(zone("SR", "SS", WEST + "," + circle(5.001)).applicability()).hasSize(1);
    assertThat(zone("SR", "SS", WEST + "," + EAST).applicability()).hasSize(2);
    String clock = "\"startTime\":\"06:00Z\",\"endTime\":\"20:00Z\"";
    assertThat(zone(clock, WEST + "," + EAST).applicability()).hasSize(1);
  }

  private static TimeWindow day(Zone zone) {
    List<TimeWindow> windows = zone.windows(MIDNIGHT, NEXT);
    assertThat(windows).hasSize(1);
    return windows.getFirst();
  }

  private static Zone zone(String start, String end, String volumes) {
    return zone("\"startEvent\":\"" + start + "\",\"endEvent\":\"" + end + "\"", volumes);
  }

  private static Zone zone(String times, String volumes) {
    String document =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
          "geometry":{"type":"GeometryCollection","geometries":[%s]},
          "properties":{"identifier":"A1","country":"XTS","type":"PROHIBITED","variant":"COMMON",
            "zoneAuthority":[{"purpose":"NOTIFICATION"}],
            "limitedApplicability":[{"schedule":[{"day":["ANY"],%s}]}]}}]}
        """
            .formatted(volumes, times);
    ZoneImport read =
        ZoneReaders.of(SourceProfile.of("test", DocumentFormat.ED318))
            .read(document.getBytes(UTF_8));
    return read.zones().getFirst();
  }

  private static String circle(double lonDeg) {
    return """
    {"type":"Point","coordinates":[%s,50],"extent":{"subType":"Circle","radius":500},
      "layer":{"upper":120,"upperReference":"AGL","lower":0,"lowerReference":"AGL","uom":"m"}}
    """
        .formatted(lonDeg);
  }
}
