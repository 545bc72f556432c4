package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.ZoneImport;
import org.jspecify.annotations.Nullable;

/**
 * Reader of OpenAir airspace files, the format of 1998 with the extensions of version 2.
 *
 * <p>Real files mix both, and so does this reader. A record that is nothing but a circle stays an
 * exact one; arcs are cut so that they stay within 1 m; an airway becomes one area per leg. Paths
 * of issues are {@code line:N}.
 */
public final class OpenAirReader implements ZoneReader {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern COMMENT = Pattern.compile("\\s*\\*.*");
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;.*");
  private static final Set<String> WITH_SEMICOLON_COMMENTS =
      Set.of("DP", "DA", "DB", "DC", "DY", "V", "AC", "AY", "AH", "AL");

  private final SourceProfile profile;

  /** Reader for one source. */
  public OpenAirReader(SourceProfile profile) {
    this.profile = profile;
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    TextDocument.utf8OrWindows(document, reading.issues())
        .ifPresent(text -> new Lines(reading).read(text));
    return reading.result();
  }

  /** One command: two or more letters and what follows. */
  private record Command(String word, String argument) {
    static Command of(String line) {
      String[] parts = BLANK.split(line, 2);
      return new Command(parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1]);
    }
  }

  /** The lines of one document, each given to the record it belongs to. */
  private static final class Lines {
    private final ZoneReading reading;
    private @Nullable OpenAirRecord record;

    Lines(ZoneReading reading) {
      this.reading = reading;
    }

    void read(String text) {
      int number = 0;
      for (String line : text.lines().toList()) {
        number++;
        Place at = new Place("line:" + number, reading.issues());
        read(line, at);
      }
      if (record != null) {
        record.finish();
      }
      if (reading.isEmpty()) {
        reading
            .issues()
            .add(
                "",
                "DOC_EMPTY",
                Severity.FATAL,
                "no airspace: a record begins with AC and a class, and says more than how to draw");
      }
    }

    private void read(String published, Place at) {
      String line = COMMENT.matcher(published).replaceFirst("").strip();
      if (line.startsWith(";")) {
        at.info("OA_SEMICOLON", "comment behind a semicolon");
        line = "";
      }
      if (!line.isEmpty()) {
        Command command = command(line, at);
        if (command.word().equals("AC")) {
          begin(command.argument(), at);
        } else if (record == null) {
          at.info("OA_BEFORE_AC", "before the first AC; ignored");
        } else {
          record.read(command.word(), command.argument(), at);
        }
      }
      Optional.ofNullable(record).ifPresent(open -> open.keep(published));
    }

    /** Ends the open record and begins another; the centre of arcs stays what it was. */
    private void begin(String airspaceClass, Place at) {
      Point centre = null;
      if (record != null) {
        record.finish();
        centre = record.centre();
      }
      record = new OpenAirRecord(reading, at, airspaceClass, centre);
    }

    private static Command command(String line, Place at) {
      Command command = Command.of(line);
      if (!WITH_SEMICOLON_COMMENTS.contains(command.word()) || line.indexOf(';') < 0) {
        return command;
      }
      at.info("OA_SEMICOLON", "comment behind a semicolon");
      return Command.of(SEMICOLON.matcher(line).replaceFirst(""));
    }
  }
}
