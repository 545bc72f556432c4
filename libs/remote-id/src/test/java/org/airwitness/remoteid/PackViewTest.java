package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The view says what the records say, and allocates nothing. */
class PackViewTest {
  private final PackView view = new PackView();

  @ParameterizedTest
  @ValueSource(longs = {51, 20_261_129})
  void agreesWithTheRecordsOnWellFormedPacks(long seed) {
    RandomMessages messages = new RandomMessages(seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      List<Message> sent = new ArrayList<>();
      for (int count = random.nextInt(1, 10); sent.size() < count; ) {
        sent.add(messages.next());
      }
      check(RemoteIdEncoder.encodePack(2, sent));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {52, 20_261_130})
  void agreesWithTheRecordsOnAnyBytes(long seed) {
    Random random = new Random(seed);
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);
    for (int i = 0; i < 60_000; i++) {
      byte[] bytes = Arrays.copyOf(pack, random.nextInt(pack.length + 30));
      for (int flips = random.nextInt(12); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      check(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {53, 20_261_131})
  void agreesWithTheRecordsOnEveryByteOfALocation(long seed) {
    Random random = new Random(seed);
    byte[] message = RemoteIdEncoder.encode(Samples.LOCATION);
    for (int at = 1; at < message.length; at++) {
      for (int value = 0; value <= 255; value++) {
        byte[] changed = Decoding.with(message, at, value);
        check(changed);
        changed[1] = (byte) random.nextInt();
        check(changed);
      }
    }
  }

  @Test
  void readsInTheMiddleOfAnArray() {
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);
    byte[] frame = new byte[pack.length + 9];
    System.arraycopy(pack, 0, frame, 5, pack.length);

    assertThat(view.wrap(frame, 5, pack.length)).isNull();

    check((Frame) RemoteIdDecoder.decode(pack));
    assertThat(view.offset(1)).isEqualTo(5 + 3 + 25);
    assertThatThrownBy(() -> view.wrap(frame, 5, frame.length))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesMessagesThatAreNotThere() {
    byte[] pack = RemoteIdEncoder.encodePack(2, List.of(Samples.BASIC_ID));
    view.wrap(pack, 0, pack.length);

    assertThatThrownBy(() -> view.type(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> view.location(0));
    assertThatIllegalArgumentException().isThrownBy(() -> view.system(0));
    assertThat(view.text(0)).hasToString("9ZZ9D0ABCD1234E5F6");
    assertThatThrownBy(() -> view.text(0).at(18)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(view.wrap(pack, 0, 2)).isEqualTo(Reason.PACK_HEADER_TRUNCATED);
    assertThat(view.messages()).isZero();
  }

  @Test
  void allocatesNothing() {
    byte[] pack = RemoteIdEncoder.encodePack(2, Samples.ALL);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double sum = 0;
    for (int i = 0; i < 1_000; i++) {
      sum += touch(pack);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      sum += touch(pack);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(sum).isPositive();
    // The measurement itself allocates a little; a single object per pack would be 1.6 MB.
    assertThat(allocated).isLessThan(10_000);
  }

  private double touch(byte[] pack) {
    view.wrap(pack, 0, pack.length);
    double sum = view.messages();
    LocationView location = view.location(1);
    sum += location.latE7() + location.lonE7() + location.geodeticAltitudeM() + location.heightM();
    sum += location.courseDeg() + location.groundSpeedMps() + location.verticalSpeedMps();
    sum += location.status() == FlightStatus.AIRBORNE ? 1 : 0;
    sum += location.horizontalAccuracy() == HorizontalAccuracy.BELOW_10_M ? 1 : 0;
    sum += view.system(4).latE7() + view.system(4).epochSecond();
    sum += view.text(0).length() + view.text(3).at(0);
    return sum;
  }

  private void check(byte[] bytes) {
    Reason fault = view.wrap(bytes, 0, bytes.length);
    switch (RemoteIdDecoder.decode(bytes)) {
      case Rejected rejected -> assertThat(fault).isEqualTo(rejected.reason());
      case Frame frame -> {
        assertThat(fault).isNull();
        check(frame);
      }
    }
  }

  private void check(Frame frame) {
    assertThat(view.messages()).isEqualTo(frame.messages().size());
    for (int i = 0; i < view.messages(); i++) {
      Message message = frame.messages().get(i);
      assertThat(view.version(i)).isEqualTo(message.version());
      switch (message) {
        case BasicId basicId -> check(basicId, i);
        case Location location -> check(location, view.location(i));
        case SystemMessage system -> check(system, view.system(i));
        case SelfId selfId -> check(selfId.description(), view.text(i));
        case OperatorId operatorId -> check(operatorId.id(), view.text(i));
        case Authentication _ -> assertThat(view.type(i)).isEqualTo(AuthenticationFormat.TYPE);
        case Unreadable unreadable ->
            assertThat(view.type(i)).isEqualTo(unreadable.raw().at(0) >> 4);
      }
    }
  }

  private void check(BasicId basicId, int message) {
    assertThat(view.idType(message)).isEqualTo(basicId.idType());
    assertThat(view.uaType(message)).isEqualTo(basicId.uaType());
    String text = basicId.id() instanceof UasId.Text id ? id.text() : null;
    check(text, view.text(message));
  }

  private static void check(@Nullable String text, TextView read) {
    assertThat(read.toString()).isEqualTo(text == null ? "" : text);
    for (int i = 0; i < read.length(); i++) {
      assertThat(read.at(i)).isEqualTo(text.charAt(i));
    }
  }

  private static void check(Location location, LocationView read) {
    assertThat(read.status()).isEqualTo(location.status());
    check(location.position(), read.hasPosition(), read.latE7(), read.lonE7());
    check(location.motion().courseDeg(), read.courseDeg());
    check(location.motion().groundSpeedMps(), read.groundSpeedMps());
    check(location.motion().verticalSpeedMps(), read.verticalSpeedMps());
    check(location.altitudes().pressureAltitudeM(), read.pressureAltitudeM());
    check(location.altitudes().geodeticAltitudeM(), read.geodeticAltitudeM());
    check(location.altitudes().heightM(), read.heightM());
    assertThat(read.heightReference()).isEqualTo(location.altitudes().heightReference());
    Location.Accuracies accuracies = location.accuracies();
    assertThat(read.horizontalAccuracy()).isEqualTo(accuracies.horizontal());
    assertThat(read.verticalAccuracy()).isEqualTo(accuracies.vertical());
    assertThat(read.pressureAltitudeAccuracy()).isEqualTo(accuracies.pressureAltitude());
    assertThat(read.speedAccuracy()).isEqualTo(accuracies.speed());
    Double timeS = accuracies.timeS();
    assertThat(read.timeAccuracyTenths() / 10.0).isEqualTo(timeS == null ? 0 : timeS);
    Integer tenths = location.hourTenths();
    assertThat(read.hourTenths()).isEqualTo(tenths == null ? -1 : tenths);
  }

  private static void check(SystemMessage system, SystemView read) {
    SystemMessage.Operator operator = system.operator();
    assertThat(read.classification()).isEqualTo(system.classification());
    assertThat(read.locationType()).isEqualTo(operator.locationType());
    check(operator.position(), read.hasPosition(), read.latE7(), read.lonE7());
    check(operator.geodeticAltitudeM(), read.geodeticAltitudeM());
    assertThat(read.areaCount()).isEqualTo(system.area().count());
    Integer radiusM = system.area().radiusM();
    assertThat(read.areaRadiusM()).isEqualTo(radiusM == null ? 0 : radiusM);
    check(system.area().geodeticCeilingM(), read.geodeticCeilingM());
    check(system.area().geodeticFloorM(), read.geodeticFloorM());
    assertThat(read.category()).isEqualTo(system.eu().category());
    assertThat(read.uasClass()).isEqualTo(system.eu().uasClass());
    assertThat(read.epochSecond())
        .isEqualTo(system.time() == null ? 0 : system.time().getEpochSecond());
  }

  private static void check(@Nullable LatLon position, boolean has, int latE7, int lonE7) {
    assertThat(has).isEqualTo(position != null);
    if (position != null) {
      assertThat(new LatLon(latE7, lonE7)).isEqualTo(position);
    }
  }

  private static void check(@Nullable Double value, double read) {
    assertThat(Double.valueOf(read)).isEqualTo(value == null ? (Double) Double.NaN : value);
  }
}
