package org.airwitness.standalone.feed;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * One MQTT message of a recording.
 *
 * @param at when the sensor sent it
 */
public record RecordedMessage(Instant at, String topic, Buffer payload) {}
