package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UasDataStructTest {
  private static final int LOCATION = 64;
  private static final int PAGES = 136;
  private static final int SYSTEM = 808;
  private final ByteBuffer struct = ByteBuffer.allocate(920).order(ByteOrder.LITTLE_ENDIAN);

  @Test
  void readsNothingWhereNoBlockIsValid() {
    putLocation();

    assertThat(decode())
        .isEqualTo(
            new Frame(Frame.Container.STRUCT, List.of(), List.of(), Bytes.of(struct.array())));
  }

  @Test
  void readsBothBasicIds() {
    putBasicId(0, 2, 1, "9ZZ9D0ABCD1234E5F6");
    putBasicId(32, 1, 2, "JA.JU0001");
    valid(892, 893);

    assertThat(decode().messages())
        .containsExactly(
            Samples.BASIC_ID,
            new BasicId(2, IdType.CAA_REGISTRATION, UaType.AEROPLANE, new UasId.Text("JA.JU0001")));
  }

  @Test
  void readsALocation() {
    putLocation();
    valid(894);

    Frame frame = decode();

    assertThat(frame.messages()).containsExactly(Samples.LOCATION);
    assertThat(frame.findings()).isEmpty();
    assertThat(frame.findRaw(0)).isEmpty();
  }

  private void putLocation() {
    struct.putInt(LOCATION, 2);
    struct.putFloat(LOCATION + 4, 287);
    struct.putFloat(LOCATION + 8, 12.25f);
    struct.putFloat(LOCATION + 12, -1.5f);
    struct.putDouble(LOCATION + 16, 59.9139);
    struct.putDouble(LOCATION + 24, 10.7522);
    struct.putFloat(LOCATION + 32, -1000);
    struct.putFloat(LOCATION + 36, 146);
    struct.putFloat(LOCATION + 44, 52.5f);
    struct.putInt(LOCATION + 48, 10);
    struct.putInt(LOCATION + 52, 4);
    struct.putInt(LOCATION + 60, 3);
    struct.putInt(LOCATION + 64, 2);
    struct.putFloat(LOCATION + 68, 2537.1f);
  }

  @Test
  void takesSentinelsForUnknown() {
    struct.putFloat(LOCATION + 4, 361);
    struct.putFloat(LOCATION + 8, 255);
    struct.putFloat(LOCATION + 12, 63);
    struct.putFloat(LOCATION + 32, -1000);
    struct.putFloat(LOCATION + 36, -1000);
    struct.putFloat(LOCATION + 44, -1000);
    struct.putFloat(LOCATION + 68, 65_535);
    valid(894);

    Frame frame = decode();

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.messages())
        .containsExactly(
            new Location(
                2,
                FlightStatus.UNDECLARED,
                null,
                Location.Motion.UNKNOWN,
                Location.Altitudes.UNKNOWN,
                Location.Accuracies.UNKNOWN,
                null));
  }

  @Test
  void findsValuesOutsideTheirRange() {
    struct.putFloat(LOCATION + 4, 400);
    struct.putFloat(LOCATION + 8, Float.NaN);
    struct.putFloat(LOCATION + 12, 62.5f);
    struct.putDouble(LOCATION + 16, 91);
    struct.putFloat(LOCATION + 32, 40_000);
    struct.putInt(LOCATION + 40, 2);
    struct.putInt(LOCATION + 48, -1);
    struct.putFloat(LOCATION + 68, 3601);
    valid(894);

    assertThat(Decoding.reasons(decode()))
        .containsExactly(
            Reason.LATITUDE_RANGE,
            Reason.DIRECTION_RANGE,
            Reason.GROUND_SPEED_RANGE,
            Reason.VERTICAL_SPEED_RANGE,
            Reason.ALTITUDE_RANGE,
            Reason.RESERVED_ENUM,
            Reason.RESERVED_ENUM,
            Reason.TIME_RANGE);
  }

  @Test
  void readsAuthenticationPages() {
    putPage(0, 0);
    struct.put(PAGES + 8, (byte) 1);
    struct.put(PAGES + 9, (byte) 40);
    struct.putInt(PAGES + 12, 226_065_600);
    putPage(1, 1);
    valid(895, 896);

    AuthenticationData data = decode().findAuthentication().orElseThrow();

    assertThat(data.data().length()).isEqualTo(40);
    assertThat(data.authType()).isEqualTo(AuthType.UAS_ID_SIGNATURE);
    assertThat(data.time()).isEqualTo(Samples.SYSTEM.time());
  }

  private void putPage(int slot, int page) {
    struct.put(PAGES + 40 * slot, (byte) page);
    struct.putInt(PAGES + 40 * slot + 4, 1);
  }

  @Test
  void keepsImpossibleAuthenticationPagesUnread() {
    putPage(0, 0);
    struct.put(PAGES + 9, (byte) 18);
    putPage(1, 16);
    putPage(2, 2);
    struct.putInt(PAGES + 80 + 4, 99);
    valid(895, 896, 897);

    Frame frame = decode();

    assertThat(frame.messages()).hasOnlyElementsOfType(Unreadable.class);
    assertThat(Decoding.reasons(frame))
        .containsExactly(Reason.AUTH_LENGTH, Reason.AUTH_PAGE, Reason.RESERVED_ENUM);
  }

  @Test
  void readsSystemSelfIdAndOperatorId() {
    struct.putInt(SYSTEM, 1);
    struct.putInt(SYSTEM + 4, 1);
    struct.putDouble(SYSTEM + 8, 59.9101);
    struct.putDouble(SYSTEM + 16, 10.7480);
    struct.putShort(SYSTEM + 24, (short) 1);
    struct.putFloat(SYSTEM + 28, -1000);
    struct.putFloat(SYSTEM + 32, -1000);
    struct.putInt(SYSTEM + 36, 1);
    struct.putInt(SYSTEM + 40, 3);
    struct.putFloat(SYSTEM + 44, 135);
    struct.putInt(SYSTEM + 48, 226_065_600);
    put(780, "Survey of the river");
    put(868, "NOR4k7q2m9x0b1cu");
    valid(911, 912, 913);

    Frame frame = decode();

    assertThat(frame.findings()).isEmpty();
    assertThat(frame.messages())
        .containsExactly(Samples.SELF_ID, Samples.SYSTEM, Samples.OPERATOR_ID);
  }

  @Test
  void keepsTextsOfImpossibleTypesUnread() {
    struct.putInt(776, 256);
    struct.putInt(864, -1);
    valid(911, 913);

    assertThat(decode().messages()).hasOnlyElementsOfType(Unreadable.class);
    assertThat(Decoding.reasons(decode()))
        .containsExactly(Reason.RESERVED_ENUM, Reason.RESERVED_ENUM);
  }

  @Test
  void findsARadiusThatCannotBeSent() {
    struct.putShort(SYSTEM + 26, (short) 2551);
    struct.putFloat(SYSTEM + 28, -1000);
    struct.putFloat(SYSTEM + 32, -1000);
    struct.putFloat(SYSTEM + 44, -1000);
    valid(912);

    assertThat(Decoding.reasons(decode())).containsExactly(Reason.AREA_RADIUS_RANGE);
  }

  @Test
  void acceptsATrailingNul() {
    byte[] longer = new byte[921];

    assertThat(UasDataStruct.decode(longer)).isInstanceOf(Frame.class);
  }

  @Test
  void rejectsEveryOtherLength() {
    for (int length = 0; length < 1000; length++) {
      if (length != 920 && length != 921) {
        Reason reason = length == 0 ? Reason.EMPTY_PAYLOAD : Reason.STRUCT_LENGTH;
        assertThat(Decoding.reasons(UasDataStruct.decode(new byte[length])))
            .containsExactly(reason);
      }
    }
  }

  private Frame decode() {
    return (Frame) UasDataStruct.decode(struct.array());
  }

  private void putBasicId(int at, int uaType, int idType, String id) {
    struct.putInt(at, uaType);
    struct.putInt(at + 4, idType);
    put(at + 8, id);
  }

  private void put(int at, String text) {
    struct.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  private void valid(int... flags) {
    for (int flag : flags) {
      struct.put(flag, (byte) 1);
    }
  }
}
