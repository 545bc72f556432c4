package org.airwitness.airspace;

/**
 * Lower or upper limit of a volume.
 *
 * @param kind whether and how the limit bounds; see the two factories
 * @param value the published number, kept for export even when it means ground or unlimited; 0 when
 *     not stated
 * @param unit unit of the value
 * @param datum surface the value counts from
 */
public record Limit(Kind kind, double value, Unit unit, Datum datum) {
  /** From how many metres on an upper limit is none, as long as its publisher says nothing else. */
  public static final double UNLIMITED_FROM_M = 30_000;

  private static final double UNLIMITED_FROM_FL = 900;

  /** What a limit means. */
  public enum Kind {
    /** The published number bounds the volume. */
    VALUE,
    /** The volume begins at the ground. */
    GROUND,
    /** The volume has no ceiling. */
    UNLIMITED,
    /** Nothing was published: no floor or no ceiling. */
    NOT_STATED,
    /** Left to a NOTAM that is not part of the document: no floor or no ceiling is known. */
    BY_NOTAM
  }

  /** Unit of a limit. */
  public enum Unit {
    M(1),
    FT(0.3048),
    /** Hundreds of feet. */
    FL(30.48);

    private final double metres;

    Unit(double metres) {
      this.metres = metres;
    }

    /** The value of this unit in metres. */
    public double toMetres(double value) {
      return value * metres;
    }
  }

  /** Surface a limit counts from. */
  public enum Datum {
    /** Ground below the drone. */
    AGL,
    /** Mean sea level, EGM96. */
    AMSL,
    /** WGS 84 ellipsoid. */
    WGS84,
    /** Pressure surface of 1013.25 hPa. */
    STD
  }

  /** Limit that was not published. */
  public static Limit notStated() {
    return new Limit(Kind.NOT_STATED, 0, Unit.M, Datum.AGL);
  }

  /** Limit that a NOTAM gives. */
  public static Limit byNotam() {
    return new Limit(Kind.BY_NOTAM, 0, Unit.M, Datum.AGL);
  }

  /** The ground. */
  public static Limit ground() {
    return new Limit(Kind.GROUND, 0, Unit.M, Datum.AGL);
  }

  /** No ceiling, published without a number. */
  public static Limit unlimited() {
    return new Limit(Kind.UNLIMITED, 0, Unit.M, Datum.AGL);
  }

  /** Lower limit; at or below 0 AGL it is the ground. */
  public static Limit lower(double value, Unit unit, Datum datum) {
    boolean ground = datum == Datum.AGL && value <= 0;
    return new Limit(ground ? Kind.GROUND : Kind.VALUE, value, unit, datum);
  }

  /** Upper limit; from 30,000 m or FL 900 it is none. */
  public static Limit upper(double value, Unit unit, Datum datum) {
    return upper(value, unit, datum, UNLIMITED_FROM_M);
  }

  /** Upper limit; from a number of metres or FL 900 it is none. */
  public static Limit upper(double value, Unit unit, Datum datum, double unlimitedFromM) {
    boolean unlimited =
        unit == Unit.FL && value >= UNLIMITED_FROM_FL || unit.toMetres(value) >= unlimitedFromM;
    return new Limit(unlimited ? Kind.UNLIMITED : Kind.VALUE, value, unit, datum);
  }

  /** True when a height is needed to test this limit. */
  public boolean bounds() {
    return kind == Kind.VALUE;
  }

  /** The published number in metres above the datum. */
  public double valueM() {
    return unit.toMetres(value);
  }
}
