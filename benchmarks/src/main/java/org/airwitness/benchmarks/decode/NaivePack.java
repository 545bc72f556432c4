package org.airwitness.benchmarks.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.remoteid.Classification;
import org.airwitness.remoteid.EuCategory;
import org.airwitness.remoteid.EuClass;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.HorizontalAccuracy;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.SpeedAccuracy;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.VerticalAccuracy;
import org.jspecify.annotations.Nullable;

/**
 * What one writes first: a {@link ByteBuffer} per message, a record per message, a boxed value per
 * field that may be absent. It takes well-formed packs only and reports no findings.
 */
record NaivePack(List<Content> messages) {

  /** One message. */
  sealed interface Content {}

  record BasicId(
      int version, @Nullable IdType idType, @Nullable UaType uaType, @Nullable String text)
      implements Content {}

  record Location(
      int version,
      @Nullable FlightStatus status,
      @Nullable Position position,
      @Nullable Double courseDeg,
      @Nullable Double groundSpeedMps,
      @Nullable Double verticalSpeedMps,
      @Nullable Double pressureAltitudeM,
      @Nullable Double geodeticAltitudeM,
      @Nullable Double heightM,
      @Nullable HeightReference heightReference,
      @Nullable HorizontalAccuracy horizontal,
      @Nullable VerticalAccuracy vertical,
      @Nullable VerticalAccuracy pressure,
      @Nullable SpeedAccuracy speed,
      int timeAccuracyTenths,
      @Nullable Integer hourTenths)
      implements Content {}

  record Text(int type, int version, @Nullable String text) implements Content {}

  record Operator(
      int version,
      @Nullable Classification classification,
      @Nullable OperatorLocationType locationType,
      @Nullable Position position,
      @Nullable Double altitudeM,
      int areaCount,
      int areaRadiusM,
      @Nullable Double ceilingM,
      @Nullable Double floorM,
      @Nullable EuCategory category,
      @Nullable EuClass uasClass,
      long epochSecond)
      implements Content {}

  record Position(int latE7, int lonE7) {}

  static NaivePack decode(byte[] pack) {
    ByteBuffer buffer = ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN);
    List<Content> messages = new ArrayList<>();
    for (int i = 0; i < pack[2]; i++) {
      messages.add(decode(buffer.slice(3 + 25 * i, 25).order(ByteOrder.LITTLE_ENDIAN)));
    }
    return new NaivePack(messages);
  }

  private static Content decode(ByteBuffer message) {
    int version = message.get(0) & 0xF;
    int type = message.get(0) >> 4 & 0xF;
    return switch (type) {
      case 0 ->
          new BasicId(
              version,
              IdType.ofCode(high(message, 1)),
              UaType.ofCode(low(message, 1)),
              text(message, 20));
      case 1 -> location(version, message);
      case 3 -> new Text(type, version, text(message, 23));
      case 4 -> operator(version, message);
      case 5 -> new Text(type, version, text(message, 20));
      default -> throw new IllegalArgumentException("message type " + type);
    };
  }

  private static Location location(int version, ByteBuffer message) {
    int flags = message.get(1);
    int course = (message.get(2) & 0xFF) + ((flags & 2) == 0 ? 0 : 180);
    int speed = message.get(3) & 0xFF;
    double speedMps = (flags & 1) == 0 ? speed * 0.25 : speed * 0.75 + 63.75;
    double verticalMps = message.get(4) * 0.5;
    int tenths = Short.toUnsignedInt(message.getShort(21));
    return new Location(
        version,
        FlightStatus.ofCode(high(message, 1)),
        position(message, 5),
        course > 360 ? null : (double) (course % 360),
        speedMps == 255 ? null : speedMps,
        Math.abs(verticalMps) > 62 ? null : verticalMps,
        altitude(message, 13),
        altitude(message, 15),
        altitude(message, 17),
        HeightReference.ofCode(flags >> 2 & 1),
        HorizontalAccuracy.ofCode(low(message, 19)),
        VerticalAccuracy.ofCode(high(message, 19)),
        VerticalAccuracy.ofCode(high(message, 20)),
        SpeedAccuracy.ofCode(low(message, 20)),
        low(message, 23),
        tenths > 36_000 ? null : tenths);
  }

  private static Operator operator(int version, ByteBuffer message) {
    long seconds = Integer.toUnsignedLong(message.getInt(20));
    return new Operator(
        version,
        Classification.ofCode(message.get(1) >> 2 & 7),
        OperatorLocationType.ofCode(message.get(1) & 3),
        position(message, 2),
        altitude(message, 18),
        Short.toUnsignedInt(message.getShort(10)),
        (message.get(12) & 0xFF) * 10,
        altitude(message, 13),
        altitude(message, 15),
        EuCategory.ofCode(high(message, 17)),
        EuClass.ofCode(low(message, 17)),
        seconds == 0 ? 0 : seconds + 1_546_300_800L);
  }

  private static @Nullable Position position(ByteBuffer message, int at) {
    int lat = message.getInt(at);
    int lon = message.getInt(at + 4);
    boolean legal = Math.abs(lat / 1e7) <= 90 && Math.abs(lon / 1e7) <= 180;
    return (lat == 0 && lon == 0) || !legal ? null : new Position(lat, lon);
  }

  private static @Nullable Double altitude(ByteBuffer message, int at) {
    int raw = Short.toUnsignedInt(message.getShort(at));
    return raw == 0 ? null : raw * 0.5 - 1000;
  }

  private static @Nullable String text(ByteBuffer message, int maxLength) {
    byte[] content = new byte[maxLength];
    message.get(2, content);
    String text = new String(content, StandardCharsets.US_ASCII);
    int nul = text.indexOf('\0');
    String cut = (nul < 0 ? text : text.substring(0, nul)).stripTrailing();
    return cut.isEmpty() ? null : cut;
  }

  private static int high(ByteBuffer message, int at) {
    return message.get(at) >> 4 & 0xF;
  }

  private static int low(ByteBuffer message, int at) {
    return message.get(at) & 0xF;
  }
}
