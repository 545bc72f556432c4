package org.airwitness.benchmarks.decode;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures how fast one core reads Remote ID packs, after checking that both decoders read the
 * same. With {@code --json} the last line of output is the result. Exits with 1 where the decoders
 * disagree.
 */
public final class DecodeBenchMain {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private DecodeBenchMain() {}

  /** Takes {@code --json} or nothing. */
  public static void main(String[] arguments) throws RunnerException {
    List<String> given = List.of(arguments);
    if (!given.isEmpty() && !given.equals(List.of("--json"))) {
      System.err.println("usage: [--json], was " + given);
      System.exit(2);
    }
    int disagreement = Agreement.findDisagreement(Packs.make());
    if (disagreement >= 0) {
      System.err.println("the decoders disagree on pack " + disagreement);
      System.exit(1);
    }
    Collection<RunResult> results = run();
    report(find(results, "view"), find(results, "naive"), !given.isEmpty());
  }

  private static Collection<RunResult> run() throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(DecodeBench.class.getName() + "\\..*")
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build())
        .run();
  }

  private static RunResult find(Collection<RunResult> results, String label) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static void report(RunResult view, RunResult naive, boolean json) {
    double ns = view.getPrimaryResult().getScore();
    double naiveNs = naive.getPrimaryResult().getScore();
    double bytes = allocated(view);
    System.out.printf(
        Locale.ROOT,
        "Both decoders read the same from %d packs of five messages. On one core:%n"
            + "  view   %8.1f ns per pack +- %.1f, %.0f packs/s, %.2f bytes allocated per pack%n"
            + "  naive  %8.1f ns per pack +- %.1f, %.0f packs/s, %.2f bytes allocated per pack%n",
        Packs.COUNT,
        ns,
        view.getPrimaryResult().getScoreError(),
        1e9 / ns,
        bytes,
        naiveNs,
        naive.getPrimaryResult().getScoreError(),
        1e9 / naiveNs,
        allocated(naive));
    if (json) {
      System.out.printf(
          Locale.ROOT,
          "{\"bench\":\"decode\",\"packsPerSecond\":%.0f,\"nsPerPack\":%.1f,\"bytesPerPack\":%.2f,"
              + "\"naiveNsPerPack\":%.1f}%n",
          1e9 / ns,
          ns,
          bytes,
          naiveNs);
    }
  }

  private static double allocated(RunResult result) {
    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
    if (allocated == null) {
      throw new IllegalStateException("this JVM does not tell what a thread allocates");
    }
    return allocated.getScore();
  }
}
