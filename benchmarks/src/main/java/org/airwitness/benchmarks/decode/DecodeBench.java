package org.airwitness.benchmarks.decode;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every field of a pack of five messages, read by the view and by the naive decoder. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBench {
  private final byte[][] packs = Packs.make();
  private final ViewReader view = new ViewReader();
  private final NaiveReader naive = new NaiveReader();

  /** The path of this project. */
  @Benchmark
  @OperationsPerInvocation(Packs.COUNT)
  public long view() {
    long sum = 0;
    for (byte[] pack : packs) {
      sum += view.read(pack);
    }
    return sum;
  }

  /** What it is compared with. */
  @Benchmark
  @OperationsPerInvocation(Packs.COUNT)
  public long naive() {
    long sum = 0;
    for (byte[] pack : packs) {
      sum += naive.read(pack);
    }
    return sum;
  }
}
