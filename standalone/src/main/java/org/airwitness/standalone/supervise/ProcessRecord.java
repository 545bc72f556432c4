package org.airwitness.standalone.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The file in a data directory that names the child processes which work on it, so that whoever
 * takes the directory over after a kill can end them first. One line each: name, process id, start
 * time in Unix milliseconds.
 */
public final class ProcessRecord {

  private final Path file;
  private final Map<String, ProcessIdentity> byName = new TreeMap<>();

  public ProcessRecord(Path file) {
    this.file = file;
  }

  /** Ends what an earlier holder of the directory left behind; returns the names of those. */
  public List<String> endOrphans() throws IOException {
    var ended = new ArrayList<String>();
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        var fields = line.split(" ");
        if (fields.length == 3
            && end(new ProcessIdentity(Long.parseLong(fields[1]), Long.parseLong(fields[2])))) {
          ended.add(fields[0]);
        }
      }
      Files.delete(file);
    }
    return ended;
  }

  private static boolean end(ProcessIdentity identity) throws IOException {
    var living = identity.findLiving();
    if (living.isEmpty()) {
      return false;
    }
    living.get().destroyForcibly();
    try {
      living.get().onExit().get(5, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while ending process " + identity.pid(), e);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IOException("Process " + identity.pid() + " of an earlier start does not end", e);
    }
  }

  /** Notes the process that now has this name. */
  synchronized void note(String name, ProcessHandle process) {
    byName.put(name, ProcessIdentity.of(process));
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot write " + file, e);
    }
  }

  private String text() {
    return byName.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue().pid() + " " + e.getValue().startedAtMs() + "\n")
        .collect(Collectors.joining());
  }
}
