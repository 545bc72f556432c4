package org.airwitness.benchmarks.decode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Classification;
import org.airwitness.remoteid.EuCategory;
import org.airwitness.remoteid.EuClass;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.HorizontalAccuracy;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SelfId;
import org.airwitness.remoteid.SpeedAccuracy;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.UasId;
import org.airwitness.remoteid.VerticalAccuracy;

/** Packs as drones in the EU send them: identifier, location, system, self-ID and operator ID. */
final class Packs {
  /** Few enough to stay in the cache as a receiver's latest packs do, no two alike. */
  static final int COUNT = 256;

  private static final int VERSION = 2;
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private Packs() {}

  /** The same packs each time. */
  static byte[][] make() {
    Random random = new Random(3411);
    byte[][] packs = new byte[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      packs[i] = RemoteIdEncoder.encodePack(VERSION, messages(i, random));
    }
    return packs;
  }

  private static List<Message> messages(int index, Random random) {
    List<Message> messages = new ArrayList<>();
    String serial = "9ZZ9D0ABCD%08d".formatted(index);
    messages.add(
        new BasicId(
            VERSION,
            IdType.SERIAL_NUMBER,
            UaType.HELICOPTER_OR_MULTIROTOR,
            new UasId.Text(serial)));
    messages.add(location(random));
    messages.add(system(index, random));
    messages.add(new SelfId(VERSION, 0, "Survey " + index));
    messages.add(new OperatorId(VERSION, 0, "NOR4k7q2m9x0b1cu"));
    return messages;
  }

  private static Location location(Random random) {
    return new Location(
        VERSION,
        FlightStatus.AIRBORNE,
        position(random),
        new Location.Motion(
            (double) random.nextInt(360),
            random.nextInt(255) * 0.25,
            random.nextInt(-124, 125) * 0.5),
        new Location.Altitudes(
            null,
            random.nextInt(2001, 2800) * 0.5 - 1000,
            random.nextInt(2001, 2240) * 0.5 - 1000,
            HeightReference.TAKEOFF),
        new Location.Accuracies(
            HorizontalAccuracy.BELOW_10_M,
            VerticalAccuracy.BELOW_10_M,
            VerticalAccuracy.UNKNOWN,
            SpeedAccuracy.BELOW_1_MPS,
            0.2),
        random.nextInt(36_001));
  }

  private static SystemMessage system(int index, Random random) {
    return new SystemMessage(
        VERSION,
        Classification.EUROPEAN_UNION,
        new SystemMessage.Operator(OperatorLocationType.LIVE_GNSS, position(random), 135.0),
        SystemMessage.Area.SINGLE_AIRCRAFT,
        new SystemMessage.EuLabel(EuCategory.OPEN, EuClass.C2),
        START.plusSeconds(index));
  }

  private static LatLon position(Random random) {
    return new LatLon(random.nextInt(-900_000_000, 900_000_001), random.nextInt(1, 1_800_000_001));
  }
}
