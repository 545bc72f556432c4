package org.airwitness.track.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.airwitness.contract.v1.Fix;
import org.airwitness.contract.v1.HeightReference;
import org.airwitness.contract.v1.Position;
import org.junit.jupiter.api.Test;

class ClaimCodecTest {
  @Test
  void handsOnEveryValueOfAFix() {
    Fix whole =
        Fix.newBuilder()
            .setTimeUs(1_780_000_000_000_000L)
            .setPosition(Position.newBuilder().setLatE7(599_139_000).setLonE7(107_522_000))
            .setGeodeticAltitudeCm(14_600)
            .setPressureAltitudeCm(12_000)
            .setMeanSeaLevelAltitudeCm(10_750)
            .setHeightCm(5_250)
            .setHeightReference(HeightReference.HEIGHT_REFERENCE_TAKEOFF)
            .setSpeedMmps(12_250)
            .setCourseCdeg(28_700)
            .setVerticalSpeedMmps(-1_500)
            .setHorizontalAccuracyCm(1_000)
            .setVerticalAccuracyCm(300)
            .build();
    assertThat(ClaimCodec.toWire(ClaimCodec.fix(whole))).isEqualTo(whole);
  }

  @Test
  void leavesOutWhatIsUnknown() {
    Fix bare = Fix.newBuilder().setTimeUs(1).setPosition(Position.getDefaultInstance()).build();
    assertThat(ClaimCodec.toWire(ClaimCodec.fix(bare))).isEqualTo(bare);
  }
}
