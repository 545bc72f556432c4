package org.airwitness.ingest.mqtt;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.airwitness.ingest.core.Receipt;
import org.airwitness.ingest.core.Refusal;

/** Receipts as sensors read them, see {@code docs/sensors.md}. */
final class ReceiptJson {
  private ReceiptJson() {}

  static String write(Receipt receipt) {
    JsonArray rejected = new JsonArray();
    for (Receipt.Rejected item : receipt.rejected()) {
      JsonObject entry = new JsonObject();
      if (item.item() != Refusal.WHOLE_MESSAGE) {
        entry.put("i", item.item());
      }
      rejected.add(entry.put("reason", item.reason()));
    }
    return new JsonObject()
        .put("v", 1)
        .put("boot", receipt.boot())
        .put("seq", receipt.sequence())
        .put("accepted", receipt.accepted())
        .put("rejected", rejected)
        .encode();
  }
}
