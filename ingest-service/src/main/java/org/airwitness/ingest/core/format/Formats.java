package org.airwitness.ingest.core.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.Resubmission;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/** All formats sensors may speak: the one list of them. */
public final class Formats {
  private static final List<SensorFormat> ALL =
      List.of(
          new NativeFormat(),
          new DroneScoutFormat(),
          new DronetagFormat(),
          new DragonSyncFormat(),
          new Esp32Format(),
          new KismetFormat(),
          new AntSdrFormat(),
          new DronecotFormat(),
          new RawHexFormat(),
          new AeroScopeFormat());

  /** Largest message any format has. */
  public static final int MAX_MESSAGE_BYTES = 256 * 1024;

  /** Names of all formats, as the registry knows them. */
  public static List<String> names() {
    return ALL.stream().map(SensorFormat::name).toList();
  }

  /**
   * Decodes a message in the format its sensor is registered with. Content of another format is
   * refused with a hint, never guessed at.
   *
   * @throws IllegalArgumentException when there is no such format
   */
  public Reading decode(String name, SensorMessage message) {
    return decode(name, message, format -> format.decode(message));
  }

  /**
   * Decodes again what was refused, in the format its sensor has now.
   *
   * @throws IllegalArgumentException when there is no such format
   */
  public Reading decodeAgain(String name, Resubmission again) {
    Integer item = again.item();
    byte[] envelope = again.envelope();
    return item == null || envelope == null
        ? decode(name, again.message())
        : decode(
            name, again.message(), format -> format.decodeItem(again.message(), item, envelope));
  }

  private static Reading decode(
      String name, SensorMessage message, Function<SensorFormat, Reading> decoding) {
    if (message.payload().length > MAX_MESSAGE_BYTES) {
      String detail = "a message has at most " + MAX_MESSAGE_BYTES + " bytes";
      return Reading.refused(Refusal.of(message, RefusalReason.MESSAGE_TOO_LARGE, detail));
    }
    SensorFormat format = get(name);
    Reading reading = decoding.apply(format);
    return reading.refusals().isEmpty() || format.resembles(message.payload())
        ? reading
        : hinted(format, reading);
  }

  /** Names the other format of what looks like one. */
  private static Reading hinted(SensorFormat format, Reading reading) {
    return reading.withRefusals(
        reading.refusals().stream().map(refusal -> hinted(format, refusal)).toList());
  }

  private static Refusal hinted(SensorFormat format, Refusal refusal) {
    return findOther(format.name(), refusal.content())
        .map(other ->
            refusal.as(
                RefusalReason.OTHER_FORMAT,
                "this looks like format '%s', but the sensor is registered for '%s'"
                    .formatted(other, format.name())))
        .orElse(refusal);
  }

  /**
   * Finds another format that content looks like when it does not look like the named one; a hint,
   * never a choice.
   */
  public static Optional<String> findOther(String name, byte[] content) {
    if (get(name).resembles(content)) {
      return Optional.empty();
    }
    return ALL.stream()
        .filter(other -> !other.name().equals(name) && other.resembles(content))
        .map(SensorFormat::name)
        .findFirst();
  }

  private static SensorFormat get(String name) {
    for (SensorFormat format : ALL) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException("format is one of " + names());
  }
}
