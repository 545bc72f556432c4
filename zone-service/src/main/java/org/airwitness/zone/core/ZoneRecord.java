package org.airwitness.zone.core;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Zone;

/**
 * A whole zone as JSON, with its published form in it, for formats of which one zone cannot be read
 * by itself.
 */
final class ZoneRecord {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(Ring.class, new RingSerializer())
                  .addDeserializer(Ring.class, new RingDeserializer()))
          .addMixIn(Shape.class, ShapeKinds.class)
          .addMixIn(DayTime.class, DayTimeKinds.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private ZoneRecord() {}

  static String write(Zone zone) {
    try {
      return MAPPER.writeValueAsString(zone);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A zone is made of records", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException when it is something else
   */
  static Zone read(String json) {
    try {
      return MAPPER.readValue(json, Zone.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a stored zone: " + e.getOriginalMessage(), e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Polygon.class, name = "polygon")
  })
  private interface ShapeKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = DayTime.Clock.class, name = "clock"),
    @JsonSubTypes.Type(value = DayTime.BySun.class, name = "sun")
  })
  private interface DayTimeKinds {}

  /** Alternating longitudes and latitudes in units of 1e-7 degree. */
  private static final class RingSerializer extends StdSerializer<Ring> {
    RingSerializer() {
      super(Ring.class);
    }

    @Override
    public void serialize(Ring ring, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (int i = 0; i < ring.size(); i++) {
        json.writeNumber(ring.lonE7(i));
        json.writeNumber(ring.latE7(i));
      }
      json.writeEndArray();
    }
  }

  private static final class RingDeserializer extends StdDeserializer<Ring> {
    RingDeserializer() {
      super(Ring.class);
    }

    @Override
    public Ring deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Ring.ofE7(json.readValueAs(int[].class));
    }
  }
}
