package org.airwitness.airspace.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.QuarantinedZone;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/zones.md: prints its rows and holds it to them. */
class PublishedFilesReportTest {
  private static final Path DOCUMENT = Path.of("../../docs/zones.md");

  @ParameterizedTest
  @CsvSource({
    "bg-caa, ed269/BG_2026-07-30.json",
    "fi-traficom, ed269/FI_2026-08-17_reconstructed.json",
    "ch-foca-ed269, ed269/CH_cis_sample.json",
    "ch-foca-ed269, ed269/CH_shape.json",
    "ch-foca-ed269, ed269/CH_uas_standards_test.json",
    "fi-traficom, ed269/FI_shape.json",
    "lu-dac, ed269/LU_shape.json",
    "ED269, ed269/EUROCONTROL_swim_2020.json",
    "ie-iaa, ed318/IE_2026-08.geojson",
    "ie-iaa, ed318/IE_shape.json",
    "ch-foca-ed318, ed318/CH_sample.json",
    "ED318, ed318/eurocontrol/examples/Example_Collection.json",
    "ED318, ed318/eurocontrol/examples/Example_GeoZone_2_Layers.json",
    "ED318, ed318/eurocontrol/examples/Example_GeoZone_Circle.json",
    "ED318, ed318/eurocontrol/examples/Example_GeoZone_with_extension.json",
    "ED318, ed318/eurocontrol/examples/InvalidExample_GeoZone_2_Layers.json",
    "ro-romatsa, geojson/RO_2026-03-30.geojson",
    "lu-viewer, geojson/LU_2026-08-17_derived.geojson",
    "faa-uasfm, faa/uasfm_shape.json",
    "OPENAIR, openair/AU_DAA.txt",
    "OPENAIR, openair/CA_National.txt",
    "OPENAIR, openair/CH_Switzerland.txt",
    "ch-wildlife, openair/CH_wildlife_meters.txt",
    "OPENAIR, openair/CZ_National.txt",
    "OPENAIR, openair/DE_Military_Low_Flying.txt",
    "OPENAIR, openair/DE_mosel25.txt",
    "OPENAIR, openair/FR_france.txt",
    "OPENAIR, openair/FR_zsm_2026-05-06.txt",
    "OPENAIR, openair/SI_230525.openair",
    "OPENAIR, openair/XCSOAR_test.txt",
    "AIXM, aixm/GB_shape.xml",
    "AIXM, aixm/donlon/DN_SAA.NEW_1_SAR.xml",
    "AIXM, aixm/donlon/DN_SAA.NEW_2_several_NOTAM.xml",
    "AIXM, aixm/donlon/DN_SAA.NEW_3_polygon_excluded_airspace.xml",
    "AIXM, aixm/donlon/DN_SAA.ACT_1_area_activation.xml",
    "AIXM, aixm/donlon/DN_SAA.ACT_2_changed_limits.xml",
    "AIXM, aixm/donlon/DN_SAA.ACT_3_date_range_schedule.xml"
  })
  void tellsWhatBecomesOfEveryFile(String source, String name) throws IOException {
    SourceProfile profile =
        SourceProfiles.find(source)
            .orElseGet(() -> SourceProfile.of(source, DocumentFormat.valueOf(source)));
    ZoneImport read = ZoneReaders.of(profile).read(TestData.external(name));
    String documented = Files.readString(DOCUMENT);

    List<String> lines = new ArrayList<>();
    lines.add(row(name, read));
    read.quarantined().forEach(zone -> lines.add(quarantined(name, zone)));
    lines.forEach(System.out::println);
    assertThat(documented).contains(lines);
  }

  private static String row(String name, ZoneImport read) {
    long volumes = read.zones().stream().mapToLong(zone -> zone.volumes().size()).sum();
    long circles =
        read.zones().stream()
            .flatMap(zone -> zone.volumes().stream())
            .filter(volume -> volume.shape() instanceof Circle)
            .count();
    Map<String, Long> codes =
        read.issues().stream()
            .collect(Collectors.groupingBy(Issue::code, TreeMap::new, Collectors.counting()));
    return "| `%s` | %d | %d | %d | %d | %s |"
        .formatted(
            name,
            read.zones().size(),
            volumes,
            circles,
            read.quarantined().size(),
            codes.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")));
  }

  private static String quarantined(String name, QuarantinedZone zone) {
    return "| `%s` %s | %s | %s |"
        .formatted(
            name,
            zone.path(),
            zone.name().replace("|", "/"),
            zone.reasons().stream().map(Issue::message).collect(Collectors.joining("; ")));
  }
}
