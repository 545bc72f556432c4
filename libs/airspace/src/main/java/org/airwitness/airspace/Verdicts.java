package org.airwitness.airspace;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.airwitness.airspace.height.Environment;
import org.airwitness.airspace.index.IntList;
import org.jspecify.annotations.Nullable;

/**
 * What every zone over which one fix lies says of it: a buffer that is filled again by each {@link
 * ZoneIndex#check(Position, Heights, Instant, Verdicts)}. For one thread; once it has grown to the
 * size needed, filling it allocates nothing.
 *
 * <p>Entries count from 0, one per zone, in the order of {@link ZoneIndex#listZones}.
 */
public final class Verdicts {
  private static final int FIRST_CAPACITY = 16;

  final IntList hits = new IntList();
  final HeightEstimate height;
  final VerticalJudge vertical = new VerticalJudge();

  private @Nullable Zone[] zones = new Zone[FIRST_CAPACITY];
  private VerticalVerdict[] verticals = new VerticalVerdict[FIRST_CAPACITY];
  private HeightMethod[] methods = new HeightMethod[FIRST_CAPACITY];
  private boolean[] marginal = new boolean[FIRST_CAPACITY];
  private boolean[] active = new boolean[FIRST_CAPACITY];
  private int size;

  /** Empty buffer for fixes at places of which this is known. */
  public Verdicts(Environment environment) {
    this.height = new HeightEstimate(environment);
  }

  /** Number of zones. */
  public int size() {
    return size;
  }

  /** The zone. */
  public Zone zone(int entry) {
    return Objects.requireNonNull(zones[Objects.checkIndex(entry, size)]);
  }

  /** Whether the height lies between the limits. */
  public VerticalVerdict vertical(int entry) {
    return verticals[Objects.checkIndex(entry, size)];
  }

  /** Source of the height that decided. */
  public HeightMethod heightMethod(int entry) {
    return methods[Objects.checkIndex(entry, size)];
  }

  /** True when the vertical verdict would change within the uncertainty of the height. */
  public boolean isMarginal(int entry) {
    return marginal[Objects.checkIndex(entry, size)];
  }

  /** True when the zone applies at the time of the fix. */
  public boolean isActive(int entry) {
    return active[Objects.checkIndex(entry, size)];
  }

  /** True when the fix counts as being in the zone: active, and the height does not rule it out. */
  public boolean isInside(int entry) {
    return isActive(entry) && !zone(entry).rulesOut(verticals[entry]);
  }

  /** The entry as a value of its own. */
  public Verdict get(int entry) {
    return new Verdict(
        zone(entry), vertical(entry), isActive(entry), heightMethod(entry), isMarginal(entry));
  }

  /** Every entry as a value of its own. */
  public List<Verdict> list() {
    return IntStream.range(0, size).mapToObj(this::get).toList();
  }

  void start(Position position, Heights heights, Instant time) {
    size = 0;
    height.of(position, heights, time);
  }

  /** Adds a zone with the latest vertical verdict. */
  void add(Zone zone, boolean isActive) {
    if (size == active.length) {
      grow(2 * size);
    }
    zones[size] = zone;
    verticals[size] = vertical.verdict();
    methods[size] = vertical.method();
    marginal[size] = vertical.marginal();
    active[size++] = isActive;
  }

  private void grow(int capacity) {
    zones = Arrays.copyOf(zones, capacity);
    verticals = Arrays.copyOf(verticals, capacity);
    methods = Arrays.copyOf(methods, capacity);
    marginal = Arrays.copyOf(marginal, capacity);
    active = Arrays.copyOf(active, capacity);
  }
}
