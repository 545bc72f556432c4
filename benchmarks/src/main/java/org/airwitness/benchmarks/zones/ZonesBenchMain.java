package org.airwitness.benchmarks.zones;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.ZoneIndex;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures how fast one core checks fixes against 10,000 and 100,000 zones, beside JTS, after
 * comparing what both find. With {@code --json} the last line of output is the result. Exits with 1
 * where they differ.
 */
public final class ZonesBenchMain {
  private static final int[] SIZES = {10_000, 100_000};
  private static final List<String> LOADS = List.of("tracks", "random");
  private static final int BUILDS = 5;

  /** Times each engine is measured, by turns: what else the machine does only ever adds. */
  private static final int ROUNDS = 3;

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private ZonesBenchMain() {}

  /** What one JVM tells of a set of zones without JMH; arrays are by load. */
  private record Sized(
      int zones, double buildMs, double changeMs, double heapMb, long[] p99Ns, int[] differences) {}

  /** One line of the result. */
  private record Row(Sized sized, String load, RunResult own, RunResult jts) {
    double ownNs() {
      return nsPerFix(own);
    }

    double jtsNs() {
      return nsPerFix(jts);
    }

    double jtsBytes() {
      return secondary(jts, ALLOCATED);
    }

    double bytes() {
      return secondary(own, ALLOCATED);
    }

    private static double nsPerFix(RunResult result) {
      return secondary(result, "nanos") / secondary(result, "fixes");
    }

    private static double secondary(RunResult result, String label) {
      Result<?> secondary = result.getSecondaryResults().get(label);
      if (secondary == null) {
        throw new IllegalStateException("this JVM does not tell of a thread: " + label);
      }
      return secondary.getScore();
    }

    long p99Ns() {
      return sized.p99Ns()[LOADS.indexOf(load)];
    }

    int differences() {
      return sized.differences()[LOADS.indexOf(load)];
    }
  }

  /** Takes {@code --json} or nothing. */
  public static void main(String[] arguments) throws RunnerException {
    List<String> given = List.of(arguments);
    if (!given.isEmpty() && !given.equals(List.of("--json"))) {
      System.err.println("usage: [--json], was " + given);
      System.exit(2);
    }
    List<Sized> sized = Arrays.stream(SIZES).mapToObj(ZonesBenchMain::size).toList();
    List<Row> rows = rows(sized, run());
    print(rows);
    if (!given.isEmpty()) {
      System.out.println(json(rows));
    }
    if (rows.stream().anyMatch(row -> row.differences() > 0)) {
      System.err.println("the engines found different zones");
      System.exit(1);
    }
  }

  private static Sized size(int count) {
    ZoneSet set = ZoneSet.make(count);
    System.out.printf(
        Locale.ROOT,
        "%d zones from %s: comparing, building%n",
        count,
        set.published() ? "published ones" : "invented ones of the same sizes");
    double buildMs = Double.MAX_VALUE;
    long before = usedBytes();
    ZoneIndex index = ZoneIndex.of(set.zones(), Load.TIME);
    long after = usedBytes();
    for (int i = 0; i < BUILDS; i++) {
      long start = System.nanoTime();
      index = ZoneIndex.of(set.zones(), Load.TIME);
      buildMs = Math.min(buildMs, (System.nanoTime() - start) / 1e6);
    }
    JtsZones jts = new JtsZones(set.zones());
    int[] differences = new int[LOADS.size()];
    long[] p99Ns = new long[LOADS.size()];
    for (int i = 0; i < differences.length; i++) {
      Position[] places = Load.positions(LOADS.get(i), set.zones());
      differences[i] = Comparison.countDifferences(index, jts, places);
      p99Ns[i] = Latency.p99Ns(index, places);
    }
    double changeMs = Emergency.changeMs(index, Load.positions("tracks", set.zones()));
    return new Sized(count, buildMs, changeMs, (after - before) / 1e6, p99Ns, differences);
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static List<RunResult> run() throws RunnerException {
    Runner runner =
        new Runner(
            new OptionsBuilder()
                .include(ZonesBench.class.getName() + "\\..*")
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xmx3g", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build());
    List<RunResult> results = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      results.addAll(runner.run());
    }
    return results;
  }

  private static List<Row> rows(List<Sized> sized, List<RunResult> results) {
    List<Row> rows = new ArrayList<>();
    for (Sized size : sized) {
      for (String load : LOADS) {
        rows.add(
            new Row(
                size, load, find(results, "own", size, load), find(results, "jts", size, load)));
      }
    }
    return rows;
  }

  /** The best round. */
  private static RunResult find(List<RunResult> results, String label, Sized size, String load) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(label))
        .filter(result -> result.getParams().getParam("load").equals(load))
        .filter(result -> result.getParams().getParam("zones").equals(String.valueOf(size.zones())))
        .min(Comparator.comparingDouble(Row::nsPerFix))
        .orElseThrow();
  }

  private static void print(List<Row> rows) {
    System.out.printf(
        "%nOne core, %d fixes of %d drones: place, height, time, enter and exit, by both.%n"
            + "Processor time, best of %d rounds; p99 by the clock. Build: best of %d. Change: one"
            + " zone drawn, and all drones judged. Heap: what the index adds to the"
            + " zones.%n%n%8s %-7s %8s %8s %10s %8s %9s %8s %9s %9s %8s%n",
        Load.FIXES,
        Load.TRACKS,
        ROUNDS,
        BUILDS,
        "zones",
        "load",
        "ns/fix",
        "p99 ns",
        "bytes/fix",
        "JTS ns",
        "JTS bytes",
        "faster",
        "build ms",
        "change ms",
        "heap MB");
    for (Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "%8d %-7s %8.1f %8d %10.2f %8.0f %9.0f %7.1fx %9.0f %9.2f %8.1f%n",
          row.sized().zones(),
          row.load(),
          row.ownNs(),
          row.p99Ns(),
          row.bytes(),
          row.jtsNs(),
          row.jtsBytes(),
          row.jtsNs() / row.ownNs(),
          row.sized().buildMs(),
          row.sized().changeMs(),
          row.sized().heapMb());
    }
    int differences = rows.stream().mapToInt(Row::differences).sum();
    System.out.printf("%nPlaces at which the zones found differ from JTS: %d%n", differences);
  }

  private static String json(List<Row> rows) {
    return rows.stream()
        .map(row ->
            String.format(
                Locale.ROOT,
                "{\"zones\":%d,\"load\":\"%s\",\"nsPerFix\":%.1f,\"bytesPerFix\":%.2f,"
                    + "\"jtsNsPerFix\":%.1f,\"jtsBytesPerFix\":%.0f,\"buildMs\":%.0f,\"heapMb\":%.1f,"
                    + "\"differencesToJts\":%d,\"p99Ns\":%d,\"changeMs\":%.2f}",
                row.sized().zones(),
                row.load(),
                row.ownNs(),
                row.bytes(),
                row.jtsNs(),
                row.jtsBytes(),
                row.sized().buildMs(),
                row.sized().heapMb(),
                row.differences(),
                row.p99Ns(),
                row.sized().changeMs()))
        .collect(Collectors.joining(",", "{\"bench\":\"zones\",\"runs\":[", "]}"));
  }
}
