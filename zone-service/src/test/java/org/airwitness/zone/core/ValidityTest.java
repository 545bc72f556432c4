package org.airwitness.zone.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Zone;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void leavesAZoneAloneThatAlwaysStands() {
    Zone zone = zone("");
    assertThat(Validity.ALWAYS.narrow(zone)).containsSame(zone);
  }

  @Test
  void boundsAZoneThatAlwaysApplies() {
    Zone narrowed = new Validity(MARCH, APRIL).narrow(zone("")).orElseThrow();
    assertThat(narrowed.activeAt(MARCH.minusMillis(1))).isFalse();
    assertThat(narrowed.activeAt(MARCH)).isTrue();
    assertThat(narrowed.activeAt(APRIL.minusMillis(1))).isTrue();
    assertThat(narrowed.activeAt(APRIL)).isFalse();
  }

  @Test
  void endsAPermanentZoneForGood() {
    Zone permanent = zone("{\"permanent\":\"YES\",\"endDateTime\":\"2026-03-15T00:00:00Z\"}");
    assertThat(permanent.activeAt(APRIL)).isTrue();
    Zone narrowed = new Validity(null, APRIL).narrow(permanent).orElseThrow();
    assertThat(narrowed.activeAt(APRIL.minusMillis(1))).isTrue();
    assertThat(narrowed.activeAt(APRIL)).isFalse();
    assertThat(new Validity(APRIL, null).narrow(permanent).orElseThrow().activeAt(MAY)).isTrue();
  }

  @Test
  void keepsWhatIsCommonToAPeriodAndTheValidity() {
    Zone april =
        zone(
            "{\"permanent\":\"NO\",\"startDateTime\":\"2026-04-01T00:00:00Z\",\"endDateTime\":\"2026-05-01T00:00:00Z\"}");
    Instant middle = Instant.parse("2026-04-15T00:00:00Z");
    List<Applicability> periods =
        new Validity(middle, null).narrow(april).orElseThrow().applicability();
    assertThat(periods).containsExactly(new Applicability(false, middle, MAY, List.of()));
    assertThat(new Validity(MAY, null).narrow(april)).isEmpty();
    assertThat(new Validity(null, APRIL).narrow(april)).isEmpty();
  }

  @Test
  void refusesAnEndBeforeTheBeginning() {
    assertThatThrownBy(() -> new Validity(APRIL, MARCH)).hasMessageContaining("after validFrom");
    assertThatThrownBy(() -> new Validity(APRIL, APRIL)).hasMessageContaining("after validFrom");
  }

  private static Zone zone(String period) {
    String feature =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"A\",\"restriction\":\"PROHIBITED\",\"applicability\":[%s]},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,1]]]}}"
            .formatted(period);
    return ZoneDocument.drawing(
            UUID.randomUUID(), feature.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)
        .drafts()
        .getFirst()
        .zone();
  }
}
