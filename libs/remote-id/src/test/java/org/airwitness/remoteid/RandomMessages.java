package org.airwitness.remoteid;

import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random messages, each value of which can be written exactly. */
final class RandomMessages {
  private static final int KINDS = 6;
  private final Random random;

  RandomMessages(long seed) {
    this.random = new Random(seed);
  }

  Message next() {
    return switch (random.nextInt(KINDS)) {
      case 0 -> basicId();
      case 1 -> location();
      case 2 -> authentication();
      case 3 -> new SelfId(version(), random.nextInt(3), orAbsent(() -> text(23)));
      case 4 -> system();
      default -> new OperatorId(version(), 201 + random.nextInt(55), orAbsent(() -> text(20)));
    };
  }

  private BasicId basicId() {
    IdType idType = any(IdType.values());
    Supplier<UasId> id =
        switch (idType) {
          case UTM_UUID -> () -> new UasId.Utm(new UUID(random.nextLong(), random.nextLong()));
          case SPECIFIC_SESSION -> this::session;
          default -> () -> new UasId.Text(text(20));
        };
    return new BasicId(version(), idType, any(UaType.values()), orAbsent(id));
  }

  private UasId session() {
    byte[] bytes = bytes(20);
    bytes[0] |= 1;
    return new UasId.Session(Bytes.of(bytes));
  }

  private Location location() {
    return new Location(
        version(),
        any(FlightStatus.values()),
        orAbsent(this::position),
        new Location.Motion(
            orAbsent(() -> (double) random.nextInt(360)),
            orAbsent(this::groundSpeedMps),
            orAbsent(() -> random.nextInt(-124, 125) * 0.5)),
        new Location.Altitudes(altitude(), altitude(), altitude(), any(HeightReference.values())),
        new Location.Accuracies(
            any(HorizontalAccuracy.values()),
            any(VerticalAccuracy.values()),
            any(VerticalAccuracy.values()),
            any(SpeedAccuracy.values()),
            orAbsent(() -> random.nextInt(1, 16) / 10.0)),
        orAbsent(() -> random.nextInt(36_001)));
  }

  private double groundSpeedMps() {
    int step = random.nextInt(255);
    return random.nextBoolean() ? step * 0.25 : 63.75 + step * 0.75;
  }

  private Authentication authentication() {
    int type = random.nextInt(6);
    int page = random.nextInt(16);
    if (page > 0) {
      return new Authentication(version(), type, page, null, Bytes.of(bytes(23)));
    }
    int lastPage = random.nextInt(16);
    int length = random.nextInt(Math.min(255, 17 + 23 * lastPage) + 1);
    Authentication.Header header =
        new Authentication.Header(
            lastPage, length, orAbsent(() -> RemoteIdEpoch.instant(random.nextLong(1, 1L << 32))));
    return new Authentication(version(), type, 0, header, Bytes.of(bytes(17)));
  }

  private SystemMessage system() {
    return new SystemMessage(
        version(),
        any(Classification.values()),
        new SystemMessage.Operator(
            any(OperatorLocationType.values()), orAbsent(this::position), altitude()),
        new SystemMessage.Area(
            random.nextInt(0x1_0000),
            orAbsent(() -> 10 * random.nextInt(1, 256)),
            altitude(),
            altitude()),
        new SystemMessage.EuLabel(any(EuCategory.values()), any(EuClass.values())),
        orAbsent(() -> RemoteIdEpoch.instant(random.nextLong(1, 1L << 32))));
  }

  private LatLon position() {
    return new LatLon(random.nextInt(-900_000_000, 900_000_001), random.nextInt(1, 1_800_000_001));
  }

  private @Nullable Double altitude() {
    return orAbsent(() -> random.nextInt(1, 0x1_0000) * 0.5 - 1000);
  }

  private String text(int maxChars) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(1, maxChars + 1);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt('!', 0x7F));
    }
    return text.toString();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private int version() {
    return random.nextInt(3);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T orAbsent(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }
}
