package org.airwitness.ingest.core.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.OperatorLocationType;
import org.jspecify.annotations.Nullable;

/**
 * AntSDR DJI receiver: lines of comma-separated text that begin with {@code dji_O} and end with a
 * semicolon, as its firmware pushes them.
 *
 * <p>Of an encrypted transmitter (protocol 4 without serial number) only that it was heard is
 * taken: its hash, frequency and strength. Longitudes come before latitudes; the altitude comes
 * divided by ten, its reference is not established.
 */
final class AntSdrFormat implements SensorFormat {
  private static final String MARK = "dji_O,";
  private static final int MIN_FIELDS = 14;
  private static final int CM_PER_M = 100;
  private static final double MAX_EPOCH_MS = 253_402_300_799_999.0; // end of the year 9999

  @Override
  public String name() {
    return "antsdr";
  }

  @Override
  public Reading decode(SensorMessage message) {
    boolean speaks = resembles(message.payload());
    return Feed.read(
        message, ItemSplitter.Lists.OF_ITEMS, (item, feed) -> read(item, feed, speaks));
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, MARK);
  }

  /**
   * Reads a line of one or more records.
   *
   * @param speaks whether the message has records at all: then other lines are the firmware's debug
   *     output
   */
  private static void read(Item item, Feed feed, boolean speaks) throws MalformedException {
    String line = item.text();
    if (line.startsWith(MARK)) {
      for (String record : line.split("[;\n]")) {
        if (!record.isBlank()) {
          Item one = new Item(feed.count(), record.strip().getBytes(StandardCharsets.UTF_8));
          feed.read(one, AntSdrFormat::readRecord);
        }
      }
    } else if (speaks) {
      feed.ignore();
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT, "a record begins with " + MARK + " and ends with ;");
    }
  }

  private static void readRecord(Item item, Feed feed) throws MalformedException {
    String[] fields = item.text().replace('\u2212', '-').split(",", -1);
    if (fields.length < MIN_FIELDS) {
      throw new MalformedException(
          RefusalReason.FIELD_MISSING,
          "a record has %d fields, was %d".formatted(MIN_FIELDS, fields.length));
    }
    String serial = DjiChecks.serial(fields[5].strip());
    Draft draft = new Draft();
    if (fields[1].strip().equals("4") && serial == null) {
      draft.id(hash(fields[4]), ClaimedId.Type.DJI_HASH);
      draft.finding("dji.encrypted");
    } else {
      readTelemetry(fields, draft);
      DjiChecks.content(serial, draft);
      draft.id(serial, ClaimedId.Type.DJI);
    }
    feed.add(
        Records.sighting(
            feed, item, "antsdr-text", Records.time(time(fields)), reception(fields), draft));
  }

  private static @Nullable String hash(String model) {
    int from = model.indexOf('(');
    int to = model.indexOf(')', from);
    return from < 0 || to < 0 ? null : model.substring(from + 1, to);
  }

  private static void readTelemetry(String[] fields, Draft draft) throws MalformedException {
    Double lonDeg = number(fields, 6);
    Double latDeg = number(fields, 7);
    DjiChecks.position(latDeg, lonDeg);
    draft.position(latDeg, lonDeg);
    draft.operator(number(fields, 9), number(fields, 8), null, OperatorLocationType.LIVE_GNSS);
    draft.home(number(fields, 11), number(fields, 10));
    @Nullable Double[] vertical = numbers(fields, 12, 2);
    draft.unverified(vertical[0] == null ? null : vertical[0] * 10);
    draft.height(vertical[1], null);
    @Nullable Double[] speeds = numbers(fields, 13, 3);
    Double eastMps = mps(speeds[0]);
    Double northMps = mps(speeds[1]);
    Double upMps = mps(speeds[2]);
    DjiChecks.speeds(northMps, eastMps, upMps);
    draft.velocity(northMps, eastMps, upMps);
  }

  private static @Nullable Double mps(@Nullable Double cmps) {
    return cmps == null ? null : cmps / CM_PER_M;
  }

  private static Reception reception(String[] fields) throws MalformedException {
    Double mhz = number(fields, 2);
    Double rssi = number(fields, 3);
    return new Reception(
        Transport.DJI_OCUSYNC,
        null,
        rssi == null || rssi == 0 || Math.abs(rssi) > 200 ? null : (int) Math.round(rssi),
        null,
        mhz == null || mhz <= 0 || mhz > 100_000 ? null : (int) Math.round(mhz * 1000),
        null);
  }

  /** Returns when a record was received, which newer firmware tells in milliseconds. */
  private static @Nullable Instant time(String[] fields) throws MalformedException {
    if (fields.length <= MIN_FIELDS || fields[14].isBlank()) {
      return null;
    }
    Double epochMs = number(fields, 14);
    return epochMs == null || epochMs <= 0 || epochMs > MAX_EPOCH_MS
        ? null
        : Instant.ofEpochMilli(epochMs.longValue());
  }

  private static @Nullable Double number(String[] fields, int index) throws MalformedException {
    return number(fields[index], index);
  }

  private static @Nullable Double number(String text, int index) throws MalformedException {
    if (Values.isUnknown(text)) {
      return null;
    }
    Measure measure = Measure.find(text);
    if (measure == null) {
      throw new MalformedException(
          RefusalReason.FIELD_INVALID, "field %d must be a number".formatted(index));
    }
    return measure.value();
  }

  private static @Nullable Double[] numbers(String[] fields, int index, int count)
      throws MalformedException {
    String[] parts = fields[index].split("\\|", -1);
    @Nullable Double[] numbers = new @Nullable Double[count];
    for (int i = 0; i < Math.min(count, parts.length); i++) {
      numbers[i] = number(parts[i], index);
    }
    return numbers;
  }
}
