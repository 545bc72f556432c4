package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.airwitness.contract.DeterministicId;
import org.airwitness.ingest.core.BatchKey;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.StatusReport;
import org.jspecify.annotations.Nullable;

/** Reads one batch of the native format. */
final class NativeReader {
  private static final int VERSION = 1;
  private static final int MAX_ITEMS = 256;
  private static final Set<String> KEYS =
      Set.of("v", "sensor", "boot", "seq", "sent", "clock", "pos", "rf", "items");

  private final SensorMessage message;

  /** Known as soon as the batch number could be read, so that a refusal can be answered. */
  private @Nullable BatchKey batch;

  NativeReader(SensorMessage message) {
    this.message = message;
  }

  Reading read() {
    try {
      return read(NativeDocument.parse(message.payload()));
    } catch (MalformedException e) {
      Refusal refusal =
          new Refusal(Refusal.WHOLE_MESSAGE, e.reason(), e.detail(), message.payload());
      return new Reading(List.of(), List.of(), List.of(refusal), 0, null, null, batch);
    }
  }

  private Reading read(NativeDocument document) throws MalformedException {
    Fields head = new Fields(document.head(), "");
    BatchKey key = readNumber(head);
    batch = key;
    checkHead(document.head(), head);
    if (document.items().size() > MAX_ITEMS) {
      throw new MalformedException(
          RefusalReason.TOO_MANY_ITEMS, "items has at most " + MAX_ITEMS + " elements");
    }
    NativeEnvelope envelope = NativeEnvelope.read(head);
    StatusReport status = readStatus(head, envelope);
    return readItems(document.items(), envelope, status, key);
  }

  private BatchKey readNumber(Fields head) throws MalformedException {
    long boot = head.integer("boot", 0, Long.MAX_VALUE);
    long sequence = head.integer("seq", 0, Long.MAX_VALUE);
    return new BatchKey(
        boot, sequence, DeterministicId.of("batch").with(message.payload()).toUuid());
  }

  private void checkHead(ObjectNode object, Fields head) throws MalformedException {
    long version = head.integer("v", 0, Long.MAX_VALUE);
    if (version != VERSION) {
      throw new MalformedException(
          RefusalReason.VERSION_NOT_SUPPORTED,
          "v is %d; known versions are [%d]".formatted(version, VERSION));
    }
    String sensor = head.text("sensor");
    if (!sensor.equals(message.sensor().sensor())) {
      throw new MalformedException(
          RefusalReason.SENSOR_MISMATCH, "sensor must be the id the connection signed in with");
    }
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KEYS.contains(name) && !name.startsWith("x-")) {
        throw new MalformedException(
            RefusalReason.UNKNOWN_KEY,
            "'%s' is not a key of a batch; keys of your own begin with x-".formatted(name));
      }
    }
  }

  private static StatusReport readStatus(Fields head, NativeEnvelope envelope)
      throws MalformedException {
    head.object("clock").findLong("errMs", 0);
    Fields radio = head.object("rf");
    return new StatusReport(
        envelope.sentAt(),
        null,
        null,
        null,
        envelope.position(),
        radio.integer("frames", 0, Long.MAX_VALUE),
        radio.findLong("crcBad", 0),
        envelope.clockSource());
  }

  private Reading readItems(
      List<NativeDocument.Item> items, NativeEnvelope envelope, StatusReport status, BatchKey key) {
    NativeItemReader reader = envelope.itemReader();
    List<Sighting> sightings = new ArrayList<>(items.size());
    List<Refusal> refusals = new ArrayList<>(0);
    for (int i = 0; i < items.size(); i++) {
      NativeDocument.Item item = items.get(i);
      try {
        sightings.add(reader.read(i, item));
      } catch (MalformedException e) {
        refusals.add(new Refusal(i, e.reason(), e.detail(), item.content()));
      }
    }
    return new Reading(
        sightings, List.of(status), refusals, 0, envelope.position(), envelope::toJson, key);
  }
}
