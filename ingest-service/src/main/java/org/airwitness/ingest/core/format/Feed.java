package org.airwitness.ingest.core.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.StatusReport;

/**
 * One message of a receiver that was not made for this platform, read item by item: compressed or
 * not, with a byte order mark, NULs at the end, however its items are joined.
 */
final class Feed {
  static final int MAX_ITEMS = 1000;

  private final SensorMessage message;
  private final List<Sighting> sightings = new ArrayList<>(1);
  private final List<StatusReport> statuses = new ArrayList<>(0);
  private final List<Refusal> refusals = new ArrayList<>(0);
  private int ignored;

  private Feed(SensorMessage message) {
    this.message = message;
  }

  /** Reads one item: adds to the feed what it is, or says why it cannot be used. */
  interface ItemReader {
    void read(Item item, Feed feed) throws MalformedException;
  }

  static Reading read(SensorMessage message, ItemSplitter.Lists lists, ItemReader reader) {
    Feed feed = new Feed(message);
    try {
      feed.readItems(text(message.payload()), lists, reader);
    } catch (MalformedException e) {
      return Reading.refused(
          new Refusal(Refusal.WHOLE_MESSAGE, e.reason(), e.detail(), message.payload()));
    }
    return Reading.of(feed.sightings, feed.statuses, feed.refusals, feed.ignored);
  }

  /** Returns the text of a message: plain, without byte order mark. */
  private static byte[] text(byte[] payload) throws MalformedException {
    byte[] plain = Compression.undo(payload);
    byte[] text = Json.hasByteOrderMark(plain) ? Arrays.copyOfRange(plain, 3, plain.length) : plain;
    Json.requireText(isBlank(text) ? new byte[0] : text);
    return text;
  }

  private static boolean isBlank(byte[] text) {
    for (byte c : text) {
      if (c < 0 || c > ' ') {
        return false;
      }
    }
    return true;
  }

  private void readItems(byte[] text, ItemSplitter.Lists lists, ItemReader reader)
      throws MalformedException {
    List<byte[]> items = ItemSplitter.split(text, lists, MAX_ITEMS);
    if (items.size() > MAX_ITEMS) {
      throw new MalformedException(
          RefusalReason.TOO_MANY_ITEMS, "a message has at most " + MAX_ITEMS + " objects");
    }
    if (items.isEmpty()) {
      throw new MalformedException(RefusalReason.MESSAGE_EMPTY, "the message has no object");
    }
    for (byte[] content : items) {
      read(new Item(count(), content), reader);
    }
  }

  /** Reads an item; whatever is wrong with it concerns it alone. */
  void read(Item item, ItemReader reader) {
    try {
      reader.read(item, this);
    } catch (MalformedException e) {
      refusals.add(new Refusal(item.index(), e.reason(), e.detail(), item.content()));
    }
  }

  SensorMessage message() {
    return message;
  }

  /** Returns how many items have an outcome: the index of the next one. */
  int count() {
    return sightings.size() + statuses.size() + refusals.size() + ignored;
  }

  void add(Sighting sighting) {
    sightings.add(sighting);
  }

  void add(StatusReport status) {
    statuses.add(status);
  }

  /** Counts an object that the format has and the platform does not use. */
  void ignore() {
    ignored++;
  }
}
