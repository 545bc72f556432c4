package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.StatusReport;

/** Tells the objects of a WarDragon kit apart. */
final class DragonSyncReader {
  private static final String AUXILIARY_TOPIC = "wardragon/drone/";
  private static final List<String> STATES = List.of("online", "offline");

  private DragonSyncReader() {}

  static void read(Item item, Feed feed) throws MalformedException {
    if (isAuxiliary(feed.message().topic())) {
      feed.ignore();
    } else if (item.isText()) {
      readText(item, feed);
    } else {
      JsonNode node = item.json();
      if (node.isArray() && !DragonSyncBlocks.isList(node)) {
        readElements(item, feed);
      } else {
        readNode(item, feed, node);
      }
    }
  }

  /** Whether a topic repeats for home automation what {@code wardragon/drones} has. */
  private static boolean isAuxiliary(String topic) {
    return topic.startsWith(AUXILIARY_TOPIC) && topic.indexOf('/', AUXILIARY_TOPIC.length()) > 0;
  }

  /** Reads the last will of a kit's service. */
  private static void readText(Item item, Feed feed) throws MalformedException {
    String state = item.text().strip();
    if (!STATES.contains(state)) {
      throw new MalformedException(
          RefusalReason.JSON_SYNTAX, "a message is JSON, or online or offline");
    }
    feed.add(
        new StatusReport(feed.message().arrivedAt(), state, null, null, null, null, null, null));
  }

  /** Reads a list that is not one aircraft: each element is an item. */
  private static void readElements(Item list, Feed feed) throws MalformedException {
    byte[] inside = Arrays.copyOfRange(list.content(), 1, list.content().length - 1);
    List<byte[]> elements = ItemSplitter.split(inside, ItemSplitter.Lists.AS_ITEM, Feed.MAX_ITEMS);
    if (elements.size() > Feed.MAX_ITEMS) {
      throw new MalformedException(
          RefusalReason.TOO_MANY_ITEMS, "a list has at most " + Feed.MAX_ITEMS + " elements");
    }
    if (elements.isEmpty()) {
      feed.ignore();
    }
    for (byte[] element : elements) {
      feed.read(new Item(feed.count(), element), DragonSyncReader::read);
    }
  }

  private static void readNode(Item item, Feed feed, JsonNode node) throws MalformedException {
    if (DragonSyncBlocks.isList(node) || DragonSyncBlocks.isDictionary(node)) {
      DragonSyncBlocks.read(item, feed, node);
      return;
    }
    Values record = Values.of(node);
    if (isAircraft(record) || record.has("signal_type")) {
      feed.ignore(); // traffic with transponders; signals that name nobody
    } else if (record.has("cpu_usage") || record.has("uptime_s")) {
      feed.add(health(record, feed.message().arrivedAt()));
    } else if (record.has("id") && (record.has("track_type") || record.has("seen_by"))) {
      DragonSyncDrone.read(item, feed, record);
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "an object is a drone with id and track_type, a signal, a kit's health, or message blocks");
    }
  }

  private static boolean isAircraft(Values record) throws MalformedException {
    return "aircraft".equals(record.text("track_type"))
        || !record.has("track_type") && (record.has("icao") || record.has("hex"));
  }

  private static StatusReport health(Values kit, Instant arrivedAt) throws MalformedException {
    Instant time = kit.time("updated");
    return new StatusReport(
        time == null ? arrivedAt : time,
        null,
        null,
        null,
        Places.find(kit.number("latitude", "lat"), kit.number("longitude", "lon")),
        null,
        null,
        null);
  }
}
