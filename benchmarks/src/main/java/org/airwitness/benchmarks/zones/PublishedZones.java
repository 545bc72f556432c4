package org.airwitness.benchmarks.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.format.Ed269Reader;

/**
 * Zones as states published them, from a directory with {@code ed269/}, {@code ed318/} and {@code
 * geojson/}.
 */
final class PublishedZones {
  private static final List<String> ED269 =
      List.of("ed269/BG_2026-07-30.json", "ed269/FI_2026-08-17_reconstructed.json");

  /** Of these only the shapes are used; they get a ceiling of 120 m above ground. */
  private static final List<String> SHAPES =
      List.of(
          "ed318/IE_2026-08.geojson",
          "geojson/LU_2026-08-17_derived.geojson",
          "geojson/RO_2026-03-30.geojson");

  private PublishedZones() {}

  /** Every zone of the files that are there. */
  static List<Zone> read(Path directory) throws IOException {
    List<Zone> zones = new ArrayList<>();
    for (String name : ED269) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        zones.addAll(new Ed269Reader(name).read(Files.readAllBytes(file)).zones());
      }
    }
    for (String name : SHAPES) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        zones.addAll(features(name, new ObjectMapper().readTree(file.toFile())));
      }
    }
    return zones;
  }

  private static List<Zone> features(String source, JsonNode document) {
    List<Zone> zones = new ArrayList<>();
    for (JsonNode feature : document.get("features")) {
      JsonNode geometry = feature.get("geometry");
      JsonNode coordinates = geometry.get("coordinates");
      List<Volume> volumes = new ArrayList<>();
      if (geometry.get("type").asText().equals("MultiPolygon")) {
        coordinates.forEach(polygon -> volumes.add(volume(polygon)));
      } else {
        volumes.add(volume(coordinates));
      }
      ZoneKey key = new ZoneKey(source, "", String.valueOf(zones.size()), 0);
      zones.add(zone(key, volumes));
    }
    return zones;
  }

  private static Volume volume(JsonNode rings) {
    List<Ring> read = new ArrayList<>();
    for (JsonNode ring : rings) {
      double[] lonLat = new double[2 * ring.size()];
      for (int i = 0; i < ring.size(); i++) {
        lonLat[2 * i] = ring.get(i).get(0).asDouble();
        lonLat[2 * i + 1] = ring.get(i).get(1).asDouble();
      }
      read.add(Ring.ofDegrees(lonLat));
    }
    return lowVolume(new Polygon(read.getFirst(), read.subList(1, read.size())));
  }

  /** Volume from the ground to 120 m above it, as most published ones are. */
  static Volume lowVolume(Shape shape) {
    return new Volume(shape, Limit.notStated(), Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL));
  }

  static Zone zone(ZoneKey key, List<Volume> volumes) {
    UUID id = key.toUuid();
    return new Zone(
        id, key, key.identifier(), Restriction.PROHIBITED, List.of(), null, List.of(), volumes, "");
  }
}
