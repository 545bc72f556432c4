package org.airwitness.airspace.format;

import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.height.Geoid;

/** The limits of a volume in one unit and in datums that a format has. */
record LimitPair(Limit lower, Limit upper, Unit unit) {
  /** What a format can say: limits above the ellipsoid, and radii in another unit than limits. */
  record Abilities(boolean ellipsoid, boolean radiusInMetres, Geoid geoid) {}

  static LimitPair of(Zone zone, Volume volume, Abilities abilities, Losses losses) {
    Limit lower = expressible(zone, volume, volume.lower(), -1, abilities, losses);
    Limit upper = expressible(zone, volume, volume.upper(), 1, abilities, losses);
    boolean metres =
        (volume.shape() instanceof Circle && !abilities.radiusInMetres())
            || unit(lower) != unit(upper) && numbered(lower) && numbered(upper);
    Unit unit = metres ? Unit.M : unit(numbered(upper) ? upper : lower);
    return new LimitPair(in(unit, lower), in(unit, upper), unit);
  }

  /** True when a number was published for the limit. */
  static boolean numbered(Limit limit) {
    return switch (limit.kind()) {
      case VALUE, GROUND -> true;
      case UNLIMITED -> limit.value() != 0;
      case NOT_STATED, BY_NOTAM -> false;
    };
  }

  private static Unit unit(Limit limit) {
    return limit.unit() == Unit.FL ? Unit.FT : limit.unit();
  }

  private static Limit in(Unit unit, Limit limit) {
    if (limit.unit() == unit || !numbered(limit)) {
      return limit;
    }
    double value = limit.valueM() / unit.toMetres(1);
    return new Limit(limit.kind(), Math.round(value * 1000) / 1000.0, unit, limit.datum());
  }

  private static Limit expressible(
      Zone zone, Volume volume, Limit limit, int outwards, Abilities abilities, Losses losses) {
    if (limit.kind() == Limit.Kind.BY_NOTAM) {
      losses.lost(zone, "VERT_BY_NOTAM", "a limit given by NOTAM is written as not stated");
      return Limit.notStated();
    }
    if (numbered(limit) && limit.datum() == Datum.STD) {
      losses.lost(zone, "VERT_STD", "a flight level is written as the same height above sea level");
      return new Limit(limit.kind(), limit.value(), limit.unit(), Datum.AMSL);
    }
    if (numbered(limit) && limit.datum() == Datum.WGS84 && !abilities.ellipsoid()) {
      return aboveSea(zone, volume, limit, outwards, abilities.geoid(), losses);
    }
    return limit;
  }

  /** The limit above mean sea level at the middle of the volume, rounded outwards to a metre. */
  private static Limit aboveSea(
      Zone zone, Volume volume, Limit limit, int outwards, Geoid geoid, Losses losses) {
    Position at = Centres.centre(volume);
    double undulationM = geoid.undulationM(at.lonDeg(), at.latDeg());
    if (Double.isNaN(undulationM)) {
      losses.lost(zone, "VERT_WGS84", "without a geoid a limit above the ellipsoid is left out");
      return Limit.notStated();
    }
    losses.changed(zone, "VERT_WGS84", "a limit above the ellipsoid is written above sea level");
    double metres = limit.valueM() - undulationM;
    double rounded = outwards < 0 ? Math.floor(metres) : Math.ceil(metres);
    return new Limit(limit.kind(), rounded, Unit.M, Datum.AMSL);
  }
}
