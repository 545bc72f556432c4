package org.airwitness.contract;

import com.google.protobuf.MessageLite;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Envelope of every record: who it belongs to and what it is. */
public final class Headers {
  /** Agency id, equal to the record key. */
  public static final String AGENCY = "agency";

  /** Full protobuf name of the value, for example {@code airwitness.v1.Observation}. */
  public static final String SCHEMA = "schema";

  /**
   * Where the record belongs to in a trace, as W3C Trace Context writes it; only on records of
   * sampled traces.
   */
  public static final String TRACEPARENT = "traceparent";

  private Headers() {}

  /** Returns the headers of a record of one agency. */
  public static RecordHeaders of(String agency, MessageLite value) {
    var headers = new RecordHeaders();
    headers.add(AGENCY, agency.getBytes(StandardCharsets.UTF_8));
    headers.add(SCHEMA, schemaOf(value).getBytes(StandardCharsets.UTF_8));
    return headers;
  }

  /** Returns the text of a header, or null when it is absent. */
  public static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String schemaOf(MessageLite value) {
    return "airwitness.v1." + value.getClass().getSimpleName();
  }
}
