package org.airwitness.benchmarks.zones;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.height.Environment;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Fixes of many drones against many zones, by the index of this project and by JTS. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ZonesBench {

  /** The fixes. */
  @State(Scope.Thread)
  public static class Fixes {
    @Param({"10000", "100000"})
    int zones;

    @Param({"tracks", "random"})
    String load = "";

    ZoneSet set = new ZoneSet(false, List.of());
    Position[] positions = {};

    /** Makes zones and fixes. */
    @Setup
    public void make() {
      set = ZoneSet.make(zones);
      positions = Load.positions(load, set.zones());
    }
  }

  /** Processor time, which other programs on the machine do not prolong. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Processor {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public long nanos;
    public long fixes;

    private void startRound() {
      nanos -= THREADS.getCurrentThreadCpuTime();
    }

    private void endRound() {
      nanos += THREADS.getCurrentThreadCpuTime();
      fixes += Load.FIXES;
    }
  }

  /** The index of this project. */
  @State(Scope.Thread)
  public static class Own {
    private final Heights[] heights = Load.heights();
    private final Verdicts verdicts = new Verdicts(Environment.NONE);
    private final Watch watch = new Watch();
    private ZoneIndex index = ZoneIndex.of(List.of());

    /** Builds the index. */
    @Setup
    public void build(Fixes fixes) {
      index = ZoneIndex.of(fixes.set.zones(), Load.TIME);
    }
  }

  /** The comparison. */
  @State(Scope.Thread)
  public static class Jts {
    private JtsZones zones = new JtsZones(List.of());
    private final Heights[] heights = Load.heights();
    private final Watch watch = new Watch();

    /** Builds the tree. */
    @Setup
    public void build(Fixes fixes) {
      zones = new JtsZones(fixes.set.zones());
    }
  }

  /** Place, height and time of each fix, and what its track enters and leaves. */
  @Benchmark
  @OperationsPerInvocation(Load.FIXES)
  public long own(Fixes fixes, Own own, Processor processor) {
    processor.startRound();
    for (int i = 0; i < Load.FIXES; i++) {
      own.index.check(fixes.positions[i], own.heights[i & 63], Load.TIME, own.verdicts);
      own.watch.accept(i % Load.TRACKS, own.verdicts);
    }
    processor.endRound();
    return own.watch.changes();
  }

  /** The same. */
  @Benchmark
  @OperationsPerInvocation(Load.FIXES)
  public long jts(Fixes fixes, Jts jts, Processor processor) {
    processor.startRound();
    for (int i = 0; i < Load.FIXES; i++) {
      jts.zones.find(fixes.positions[i], jts.heights[i & 63], Load.TIME, jts.watch::add);
      jts.watch.next(i % Load.TRACKS);
    }
    processor.endRound();
    return jts.watch.changes();
  }
}
