package org.airwitness.zone.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import org.airwitness.airspace.Fix;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.PreviousFix;
import org.airwitness.contract.v1.HeightReference;
import org.airwitness.contract.v1.Operator;
import org.airwitness.contract.v1.OperatorLocationType;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.trace.Traces;
import org.airwitness.zone.core.TrackChange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TrackDecoderTest {
  private final Flight flight = new Flight("police");

  @Test
  void readsHeightAboveTheSea() {
    TrackUpdate.Builder update = flight.at(10, 60).toBuilder();
    update.getFixBuilder().setMeanSeaLevelAltitudeCm(14_200).setVerticalAccuracyCm(300);
    Heights heights = fix(update).heights();
    assertThat(heights.meanSeaLevel()).isEqualTo(new Height(142, 3));
    assertThat(heights.ellipsoid()).isNull();
  }

  @Test
  void readsThePlaceOfTakeoffForBothFixes() {
    flight.at(10, 60);
    TrackUpdate.Builder update = flight.at(10.001, 60).toBuilder();
    update.getFixBuilder().setHeightReference(HeightReference.HEIGHT_REFERENCE_TAKEOFF);
    update.setOperator(operator(OperatorLocationType.OPERATOR_LOCATION_TYPE_TAKEOFF));
    Fix fix = fix(update);
    assertThat(fix.heights().aboveTakeoff()).isEqualTo(Height.of(20));
    assertThat(fix.heights().takeoff()).isEqualTo(new org.airwitness.airspace.Position(10.5, 60.5));
    assertThat(fix.previous())
        .extracting(PreviousFix::heights)
        .extracting(Heights::takeoff)
        .isEqualTo(fix.heights().takeoff());
  }

  @Test
  void takesNoOtherPlaceOfAnOperatorForThatOfTakeoff() {
    TrackUpdate.Builder update = flight.at(10, 60).toBuilder();
    update.setOperator(operator(OperatorLocationType.OPERATOR_LOCATION_TYPE_LIVE_GNSS));
    assertThat(fix(update).heights().takeoff()).isNull();
  }

  private static Operator operator(OperatorLocationType type) {
    return Operator.newBuilder()
        .setLocationType(type)
        .setPosition(Position.newBuilder().setLonE7(105_000_000).setLatE7(605_000_000))
        .build();
  }

  private static Fix fix(TrackUpdate.Builder update) {
    TrackRecord record =
        TrackDecoder.decode(
            new ConsumerRecord<>("tracks", 0, 0, "police", update.build()),
            new Traces(OpenTelemetry.noop().getTracer("none")).batch());
    return ((TrackChange.Moved) record.change()).fix();
  }
}
