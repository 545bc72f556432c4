package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.edition.ZoneContent;
import org.airwitness.airspace.height.Geoid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published files written again and read back. */
class PublishedRoundTripTest {
  private static final String SCHEMAS = "ed318/eurocontrol/schema/";
  private static final String SCHEMA_BASE = "https://schema.example/";
  private static final List<String> SCHEMA_FILES =
      List.of(
          "Schema_GeoJSONGeometries.json",
          "Schema_GeoZoneAuthority.json",
          "Schema_GeoZoneCollectionMetadata.json",
          "Schema_GeoZoneDataTypes.json",
          "Schema_GeoZoneProperties.json",
          "Schema_GeoZoneTimePeriod.json",
          "Schema_GeoZones.json",
          "Schema_LayeredGeoJSON.json");

  private static final SourceProfile EXAMPLES =
      SourceProfiles.parse("{\"id\":\"examples\",\"format\":\"ED318\",\"language\":\"en-GB\"}");

  /** Deviations of the publisher's geometry; a writer does not repair it. */
  private static final Set<String> PUBLISHED_GEOMETRY =
      Set.of("GEOM_INVALID", "VERT_FLAT", "VERT_INVERTED");

  @ParameterizedTest
  @CsvSource({
    "bg-caa, ed269/BG_2026-07-30.json",
    "fi-traficom, ed269/FI_2026-08-17_reconstructed.json",
    "ch-foca-ed269, ed269/CH_cis_sample.json",
    "ch-foca-ed269, ed269/CH_shape.json",
    "ch-foca-ed269, ed269/CH_uas_standards_test.json",
    "fi-traficom, ed269/FI_shape.json",
    "lu-dac, ed269/LU_shape.json"
  })
  void readsTheSameZonesFromWrittenEd269(String profile, String name) {
    SourceProfile source = source(profile);
    ZoneImport published = ZoneReaders.of(source).read(TestData.external(name));

    WrittenZones written =
        new Ed269Writer(source.language(), Geoid.NONE).write("again", published.zones());
    ZoneImport again = new Ed269Reader(source).read(written.text().getBytes(UTF_8));

    assertThat(differences(published.zones(), again.zones())).isEmpty();
    assertThat(again.issues())
        .filteredOn(issue -> issue.severity() != Severity.INFO)
        .extracting(Issue::code)
        .isSubsetOf(PUBLISHED_GEOMETRY);
    assertThat(again.issues())
        .extracting(Issue::code)
        .doesNotContain("FIELD_NULL", "FIELD_SHAPE", "FIELD_ALIAS", "FIELD_UNKNOWN");
    assertThat(written.losses()).noneMatch(issue -> issue.severity() != Severity.INFO);
  }

  @ParameterizedTest
  @CsvSource({
    "bg-caa, ed269/BG_2026-07-30.json, 0",
    "fi-traficom, ed269/FI_2026-08-17_reconstructed.json, 0",
    "ch-foca-ed269, ed269/CH_cis_sample.json, 0",
    "ch-foca-ed269, ed269/CH_shape.json, 0",
    "ch-foca-ed269, ed269/CH_uas_standards_test.json, 0",
    "ie-iaa, ed318/IE_2026-08.geojson, 0",
    "ie-iaa, ed318/IE_shape.json, 0",
    "ch-foca-ed318, ed318/CH_sample.json, 0",
    "examples, ed318/eurocontrol/examples/Example_Collection.json, 0",
    "examples, ed318/eurocontrol/examples/InvalidExample_GeoZone_2_Layers.json, 0",
    "ro-romatsa, geojson/RO_2026-03-30.geojson, 15",
    "lu-viewer, geojson/LU_2026-08-17_derived.geojson, 0"
  })
  void writesEd318ThatFollowsItsSchema(String profile, String name, int refused) {
    SourceProfile source = source(profile);
    ZoneImport published = ZoneReaders.of(source).read(TestData.external(name));

    WrittenZones written = new Ed318Writer(source.language()).write("again", published.zones());

    JsonNode document = TestData.json(written.text().getBytes(UTF_8));
    assertThat(schema().validate(document)).isEmpty();
    assertThat(written.losses())
        .filteredOn(issue -> issue.severity() == Severity.ERROR)
        .hasSize(refused);
    ZoneImport again = new Ed318Reader(source).read(written.text().getBytes(UTF_8));
    assertThat(again.zones()).hasSize(published.zones().size() - refused);
    assertThat(again.issues())
        .filteredOn(issue -> issue.severity() != Severity.INFO)
        .extracting(Issue::code)
        .isSubsetOf(PUBLISHED_GEOMETRY);
    List<Zone> expressible =
        published.zones().stream().filter(z -> z.activation() == Activation.BY_DATA).toList();
    assertThat(differences(expressible, again.zones()))
        .noneMatch(difference -> difference.contains("geometry"));
  }

  @ParameterizedTest
  @CsvSource({
    "ie-iaa, ed318/IE_2026-08.geojson",
    "ch-foca-ed318, ed318/CH_sample.json",
    "examples, ed318/eurocontrol/examples/Example_Collection.json",
    "examples, ed318/eurocontrol/examples/Example_GeoZone_2_Layers.json",
    "examples, ed318/eurocontrol/examples/Example_GeoZone_with_extension.json"
  })
  void readsTheSameZonesFromWrittenEd318(String profile, String name) {
    SourceProfile source = source(profile);
    ZoneImport published = ZoneReaders.of(source).read(TestData.external(name));
    WrittenZones written = new Ed318Writer(source.language()).write("again", published.zones());
    ZoneImport again = new Ed318Reader(source).read(written.text().getBytes(UTF_8));
    List<String> withoutAuthorityOrWithSeveralAddresses =
        written.losses().stream()
            .filter(loss -> List.of("FIELD_MISSING", "FIELD_FORMAT").contains(loss.code()))
            .map(Issue::path)
            .distinct()
            .toList();
    assertThat(differences(published.zones(), again.zones()))
        .hasSameSizeAs(withoutAuthorityOrWithSeveralAddresses)
        .allMatch(difference -> difference.endsWith("[zoneAuthority]"));
  }

  @Test
  void goesFromEd318ToEd269AndBackWithTheListedLossesOnly() {
    SourceProfile source = EXAMPLES;
    ZoneImport published =
        ZoneReaders.of(source)
            .read(TestData.external("ed318/eurocontrol/examples/Example_Collection.json"));
    WrittenZones ed269 =
        new Ed269Writer(source.language(), Geoid.NONE).write("there", published.zones());
    ZoneImport between = new Ed269Reader(source).read(ed269.text().getBytes(UTF_8));
    WrittenZones ed318 = new Ed318Writer(source.language()).write("back", between.zones());
    ZoneImport back = new Ed318Reader(source).read(ed318.text().getBytes(UTF_8));

    assertThat(ed269.losses()).extracting(Issue::code).containsOnly("LANGUAGES");
    for (int i = 0; i < published.zones().size(); i++) {
      assertThat(
              ZoneContent.of(back.zones().get(i))
                  .differences(ZoneContent.of(published.zones().get(i))))
          .isSubsetOf("names", "otherReasonInfo", "zoneAuthority", "extendedProperties");
    }
  }

  private static SourceProfile source(String profile) {
    return SourceProfiles.find(profile).orElse(EXAMPLES);
  }

  /** What differs, by zone. */
  private static List<String> differences(List<Zone> before, List<Zone> after) {
    assertThat(after).hasSameSizeAs(before);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      List<String> fields = ZoneContent.of(after.get(i)).differences(ZoneContent.of(before.get(i)));
      if (!fields.isEmpty()) {
        differences.add(before.get(i).key() + " " + fields);
      }
    }
    return differences;
  }

  /** The published schema; its formats are remarks, as draft-07 has them. */
  private static JsonSchema schema() {
    Map<String, String> schemas = new HashMap<>();
    for (String name : SCHEMA_FILES) {
      schemas.put(SCHEMA_BASE + name, new String(TestData.external(SCHEMAS + name), UTF_8));
    }
    return JsonSchemaFactory.getInstance(
            VersionFlag.V7, builder -> builder.schemaLoaders(loaders -> loaders.schemas(schemas)))
        .getSchema(
            SchemaLocation.of(SCHEMA_BASE + "Schema_GeoZones.json"),
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(false).build());
  }
}
