package org.airwitness.standalone.cli;

import picocli.CommandLine.Command;

/** Runs a benchmark. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    description = {
      "Runs a benchmark. Each prints a report and, with --json, its figures as one line of JSON at"
          + " the end."
    },
    subcommands = {
      PipelineBenchCommand.class,
      IngestBenchCommand.class,
      DecodeBenchCommand.class,
      ZonesBenchCommand.class
    })
final class BenchCommand {}
