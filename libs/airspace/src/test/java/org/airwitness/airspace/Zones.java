package org.airwitness.airspace;

import java.util.Arrays;
import java.util.List;

/** Zones for tests. */
public final class Zones {
  private Zones() {}

  /** Prohibited zone of these shapes from the ground up, always active. */
  public static Zone of(String identifier, Shape... shapes) {
    return of(identifier, Restriction.PROHIBITED, List.of(), Limit.notStated(), shapes);
  }

  public static Zone of(
      String identifier,
      Restriction restriction,
      List<Applicability> applicability,
      Limit upper,
      Shape... shapes) {
    return of(
        identifier,
        restriction,
        applicability,
        Arrays.stream(shapes).map(s -> new Volume(s, Limit.notStated(), upper)).toList());
  }

  /** Prohibited zone of these volumes, always active. */
  static Zone of(List<Volume> volumes) {
    return of("volumes", Restriction.PROHIBITED, List.of(), volumes);
  }

  private static Zone of(
      String identifier,
      Restriction restriction,
      List<Applicability> applicability,
      List<Volume> volumes) {
    ZoneKey key = new ZoneKey("test", "XTS", identifier, 0);
    return new Zone(
        key.toUuid(), key, identifier, restriction, List.of(), null, applicability, volumes, "{}");
  }

  /** The zone with another meaning of unknown heights. */
  static Zone with(Zone zone, UnknownHeight unknownHeight) {
    return new Zone(
        zone.id(),
        zone.key(),
        zone.name(),
        zone.restriction(),
        zone.reasons(),
        zone.message(),
        zone.activation(),
        unknownHeight,
        zone.applicability(),
        zone.volumes(),
        zone.details(),
        zone.raw());
  }

  /** Small zone with these periods. */
  public static Zone when(List<Applicability> applicability) {
    return of(
        "when", Restriction.PROHIBITED, applicability, Limit.notStated(), box(0, 0, 0.1, 0.1));
  }

  /** Zone of one volume with another floor. */
  public static Zone of(
      String identifier,
      Restriction restriction,
      List<Applicability> applicability,
      Limit lower,
      Volume volume) {
    Zone zone = of(identifier, restriction, applicability, volume.upper(), volume.shape());
    return new Zone(
        zone.id(),
        zone.key(),
        identifier,
        restriction,
        List.of(),
        null,
        applicability,
        List.of(new Volume(volume.shape(), lower, volume.upper())),
        "{}");
  }

  /** Rectangle in degrees. */
  public static Polygon box(double west, double south, double east, double north) {
    return new Polygon(
        Ring.ofDegrees(west, south, east, south, east, north, west, north, west, south), List.of());
  }
}
