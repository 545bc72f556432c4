package org.airwitness.remoteid;

import static org.airwitness.remoteid.LittleEndian.f32;
import static org.airwitness.remoteid.LittleEndian.f64;
import static org.airwitness.remoteid.LittleEndian.i32;
import static org.airwitness.remoteid.LittleEndian.u16;
import static org.airwitness.remoteid.LittleEndian.u32;
import static org.airwitness.remoteid.LittleEndian.u8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the C structure in which receivers built on the Open Drone ID library hand over all they
 * know of one transmitter ({@code ODID_UAS_Data}, little-endian, 2 Basic IDs, 16 authentication
 * pages).
 *
 * <p>The structure is 920 bytes, or 921 with a trailing NUL; another length is another build with
 * other offsets and is rejected. Blocks whose validity flag is 0 are left out, whatever their bytes
 * say. The structure tells no protocol version; messages carry {@link #VERSION}. Never throws on
 * any bytes.
 */
public final class UasDataStruct {
  /** The version given to messages: that of the standard which defines all fields. */
  public static final int VERSION = 2;

  static final int BYTES = 920;
  private static final int BASIC_IDS = 2;
  private static final int BASIC_ID_BYTES = 32;
  private static final int LOCATION = 64;
  private static final int AUTH_PAGES = 136;
  private static final int AUTH_PAGE_BYTES = 40;
  private static final int AUTH_PAGE_COUNT = 16;
  private static final int SELF_ID = 776;
  private static final int SELF_ID_BYTES = 28;
  private static final int SYSTEM = 808;
  private static final int OPERATOR_ID = 864;
  private static final int OPERATOR_ID_BYTES = 25;
  private static final int BASIC_ID_FLAGS = 892;
  private static final int LOCATION_FLAG = 894;
  private static final int AUTH_FLAGS = 895;
  private static final int SELF_ID_FLAG = 911;
  private static final int SYSTEM_FLAG = 912;
  private static final int OPERATOR_ID_FLAG = 913;

  private final byte[] bytes;
  private final List<Message> messages = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>(0);

  private UasDataStruct(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The valid blocks as messages, in the order of the structure. */
  public static Decoded decode(byte[] struct) {
    Bytes payload = Bytes.of(struct);
    if (struct.length == 0) {
      return new Rejected(Reason.EMPTY_PAYLOAD, payload);
    }
    if (struct.length != BYTES && struct.length != BYTES + 1) {
      return new Rejected(Reason.STRUCT_LENGTH, payload);
    }
    UasDataStruct decoding = new UasDataStruct(struct);
    decoding.readBlocks();
    return new Frame(Frame.Container.STRUCT, decoding.messages, decoding.findings, payload);
  }

  private void readBlocks() {
    for (int i = 0; i < BASIC_IDS; i++) {
      if (isValid(BASIC_ID_FLAGS + i)) {
        messages.add(readBasicId(BASIC_ID_BYTES * i, screen()));
      }
    }
    if (isValid(LOCATION_FLAG)) {
      messages.add(readLocation(screen()));
    }
    for (int page = 0; page < AUTH_PAGE_COUNT; page++) {
      if (isValid(AUTH_FLAGS + page)) {
        messages.add(readAuthentication(AUTH_PAGES + AUTH_PAGE_BYTES * page, screen()));
      }
    }
    if (isValid(SELF_ID_FLAG)) {
      messages.add(readSelfId(screen()));
    }
    if (isValid(SYSTEM_FLAG)) {
      messages.add(readSystem(screen()));
    }
    if (isValid(OPERATOR_ID_FLAG)) {
      messages.add(readOperatorId(screen()));
    }
  }

  private boolean isValid(int flag) {
    return bytes[flag] != 0;
  }

  private Screen screen() {
    return new Screen(messages.size(), findings);
  }

  private BasicId readBasicId(int at, Screen screen) {
    int uaType = i32(bytes, at);
    int code = i32(bytes, at + 4);
    IdType idType = screen.code(Field.ID_TYPE, code, IdType.ofCode(code));
    return new BasicId(
        VERSION,
        idType,
        screen.code(Field.UA_TYPE, uaType, UaType.ofCode(uaType)),
        BasicIdFormat.readId(idType, bytes, at + 8, screen));
  }

  private Location readLocation(Screen screen) {
    int status = i32(bytes, LOCATION);
    return new Location(
        VERSION,
        screen.code(Field.STATUS, status, FlightStatus.ofCode(status)),
        screen.positionDeg(f64(bytes, LOCATION + 16), f64(bytes, LOCATION + 24)),
        new Location.Motion(
            screen.courseDeg(f32(bytes, LOCATION + 4)),
            screen.groundSpeedMps(f32(bytes, LOCATION + 8)),
            screen.verticalSpeedMps(f32(bytes, LOCATION + 12))),
        readAltitudes(screen),
        readAccuracies(screen),
        screen.hourTenthsOfSeconds(f32(bytes, LOCATION + 68)));
  }

  private Location.Altitudes readAltitudes(Screen screen) {
    int reference = i32(bytes, LOCATION + 40);
    return new Location.Altitudes(
        screen.altitudeM(Field.PRESSURE_ALTITUDE, f32(bytes, LOCATION + 32)),
        screen.altitudeM(Field.GEODETIC_ALTITUDE, f32(bytes, LOCATION + 36)),
        screen.altitudeM(Field.HEIGHT, f32(bytes, LOCATION + 44)),
        screen.code(Field.HEIGHT_REFERENCE, reference, HeightReference.ofCode(reference)));
  }

  private Location.Accuracies readAccuracies(Screen screen) {
    int horizontal = i32(bytes, LOCATION + 48);
    int vertical = i32(bytes, LOCATION + 52);
    int pressure = i32(bytes, LOCATION + 56);
    int speed = i32(bytes, LOCATION + 60);
    return new Location.Accuracies(
        screen.code(Field.HORIZONTAL_ACCURACY, horizontal, HorizontalAccuracy.ofCode(horizontal)),
        screen.code(Field.VERTICAL_ACCURACY, vertical, VerticalAccuracy.ofCode(vertical)),
        screen.code(Field.PRESSURE_ALTITUDE_ACCURACY, pressure, VerticalAccuracy.ofCode(pressure)),
        screen.code(Field.SPEED_ACCURACY, speed, SpeedAccuracy.ofCode(speed)),
        screen.timeAccuracyS(i32(bytes, LOCATION + 64)));
  }

  private Message readAuthentication(int at, Screen screen) {
    int page = u8(bytes, at);
    int code = i32(bytes, at + 4);
    Reason fault = fault(page, code, at, screen);
    if (fault != null) {
      return unreadable(at, AUTH_PAGE_BYTES, fault);
    }
    screen.code(Field.AUTH_TYPE, code, AuthType.ofCode(code));
    int size = page == 0 ? Authentication.FIRST_PAGE_BYTES : Authentication.PAGE_BYTES;
    Authentication.Header header = page == 0 ? readHeader(at, screen) : null;
    Bytes data = Bytes.copyOf(bytes, at + 16, size);
    return new Authentication(VERSION, code, page, header, data);
  }

  private @Nullable Reason fault(int page, int code, int at, Screen screen) {
    if (page > Ranges.MAX_PAGE) {
      screen.report(Reason.AUTH_PAGE, Field.AUTH_PAGE, page);
      return Reason.AUTH_PAGE;
    }
    if (code < 0 || code > 15) {
      screen.report(Reason.RESERVED_ENUM, Field.AUTH_TYPE, code);
      return Reason.RESERVED_ENUM;
    }
    return page == 0
        ? AuthenticationFormat.fault(u8(bytes, at + 8), u8(bytes, at + 9), screen)
        : null;
  }

  private Authentication.Header readHeader(int at, Screen screen) {
    return new Authentication.Header(
        u8(bytes, at + 8), u8(bytes, at + 9), screen.time(u32(bytes, at + 12)));
  }

  private Message readSelfId(Screen screen) {
    int code = i32(bytes, SELF_ID);
    screen.code(Field.DESCRIPTION_TYPE, code, DescriptionType.ofCode(code));
    if (code < 0 || code > Ranges.MAX_BYTE) {
      return unreadable(SELF_ID, SELF_ID_BYTES, Reason.RESERVED_ENUM);
    }
    String text = screen.text(Field.DESCRIPTION, bytes, SELF_ID + 4, Ranges.DESCRIPTION_CHARS);
    return new SelfId(VERSION, code, text);
  }

  private SystemMessage readSystem(Screen screen) {
    int classification = i32(bytes, SYSTEM + 4);
    int category = i32(bytes, SYSTEM + 36);
    int uasClass = i32(bytes, SYSTEM + 40);
    return new SystemMessage(
        VERSION,
        screen.code(Field.CLASSIFICATION, classification, Classification.ofCode(classification)),
        readOperator(screen),
        readArea(screen),
        new SystemMessage.EuLabel(
            screen.code(Field.EU_CATEGORY, category, EuCategory.ofCode(category)),
            screen.code(Field.EU_CLASS, uasClass, EuClass.ofCode(uasClass))),
        screen.time(u32(bytes, SYSTEM + 48)));
  }

  private SystemMessage.Operator readOperator(Screen screen) {
    int type = i32(bytes, SYSTEM);
    return new SystemMessage.Operator(
        screen.code(Field.OPERATOR_LOCATION_TYPE, type, OperatorLocationType.ofCode(type)),
        screen.operatorPositionDeg(f64(bytes, SYSTEM + 8), f64(bytes, SYSTEM + 16)),
        screen.altitudeM(Field.OPERATOR_ALTITUDE, f32(bytes, SYSTEM + 44)));
  }

  private SystemMessage.Area readArea(Screen screen) {
    return new SystemMessage.Area(
        u16(bytes, SYSTEM + 24),
        screen.areaRadiusM(u16(bytes, SYSTEM + 26)),
        screen.altitudeM(Field.AREA_CEILING, f32(bytes, SYSTEM + 28)),
        screen.altitudeM(Field.AREA_FLOOR, f32(bytes, SYSTEM + 32)));
  }

  private Message readOperatorId(Screen screen) {
    int code = i32(bytes, OPERATOR_ID);
    screen.code(Field.OPERATOR_ID_TYPE, code, OperatorIdType.ofCode(code));
    if (code < 0 || code > Ranges.MAX_BYTE) {
      return unreadable(OPERATOR_ID, OPERATOR_ID_BYTES, Reason.RESERVED_ENUM);
    }
    String id = screen.text(Field.OPERATOR_ID, bytes, OPERATOR_ID + 4, Ranges.ID_CHARS);
    return new OperatorId(VERSION, code, id);
  }

  private Unreadable unreadable(int at, int length, Reason reason) {
    return new Unreadable(VERSION, Bytes.copyOf(bytes, at, length), reason);
  }
}
