package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every published zone is there, used or quarantined, as it was published. */
class NothingLostTest {
  @ParameterizedTest
  @CsvSource({
    "bg-caa, ed269/BG_2026-07-30.json",
    "fi-traficom, ed269/FI_2026-08-17_reconstructed.json",
    "bg-caa, synthetic/ed269_quirks.json",
    "bg-caa, synthetic/geometry_edges.json",
    "ie-iaa, ed318/IE_2026-08.geojson",
    "ro-romatsa, geojson/RO_2026-03-30.geojson"
  })
  void keepsEveryMemberOfEveryZone(String profile, String name) {
    ZoneImport read =
        ZoneReaders.of(SourceProfiles.find(profile).orElseThrow()).read(TestData.external(name));
    List<String> kept = new ArrayList<>();
    read.zones().forEach(zone -> kept.add(zone.raw()));
    read.quarantined().forEach(zone -> kept.add(zone.raw()));
    List<String> published = new ArrayList<>();
    JsonNode features = TestData.externalJson(name).get("features");
    features.forEach(feature -> published.add(feature.toString()));
    assertThat(kept).containsExactlyInAnyOrderElementsOf(published);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CA_National.txt", "CH_Switzerland.txt", "XCSOAR_test.txt"})
  void keepsEveryLineOfEveryAirspace(String name) {
    byte[] document = TestData.external("openair/" + name);
    ZoneImport read =
        ZoneReaders.of(SourceProfile.of("test", DocumentFormat.OPENAIR)).read(document);
    int kept =
        read.zones().stream().mapToInt(zone -> lines(zone.raw())).sum()
            + read.quarantined().stream().mapToInt(zone -> lines(zone.raw())).sum();
    List<String> published = new String(document, UTF_8).lines().toList();
    int first = 0;
    while (!published.get(first).startsWith("AC ")) {
      first++;
    }
    assertThat(kept).isEqualTo(published.size() - first);
  }

  private static int lines(String text) {
    return (int) text.lines().count();
  }
}
