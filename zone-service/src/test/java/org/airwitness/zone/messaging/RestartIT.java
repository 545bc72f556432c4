package org.airwitness.zone.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneEventType;
import org.airwitness.contract.v1.ZoneExitReason;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.BusPositions;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.trace.Traces;
import org.airwitness.zone.ops.ZoneMetrics;
import org.airwitness.zone.rest.ZoneApi;
import org.airwitness.zone.store.UnpublishedEvent;
import org.airwitness.zone.store.UnpublishedEventStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A restart in the middle of a flight: monitors made anew from the database, records read again
 * from the stored position. The partition is one that the running consumer does not read.
 */
@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class RestartIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Instant END = Flight.START.plusSeconds(10);
  private static final String CONSUMER = "restart-test";

  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  @Inject WatchedAgencies agencies;
  @Inject BusPositions positions;
  @Inject ZoneMetrics metrics;
  @Inject Traces traces;
  @Inject UnpublishedEventStore unpublished;

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final AgencyId agency = new AgencyId(api.agency());
  private final Flight flight = new Flight(api.agency());
  private final TopicPartition partition = new TopicPartition("test-" + UUID.randomUUID(), 0);
  private Bus bus;

  @BeforeEach
  void connect() {
    bus = new Bus(kafka);
  }

  @AfterEach
  void disconnect() {
    bus.close();
  }

  @Test
  void goesOnWithTheSameStayAfterARestart() {
    api.createSquare("Harbour", 10, 50, 0.1);
    read(0, flight.at(10.01, 50.05));
    restart();
    read(1, flight.at(10.02, 50.05), flight.at(9, 50));
    restart();
    read(3, flight.at(9, 50), flight.at(9, 50));

    List<ZoneEvent> events = awaitEvents(3);
    assertThat(events.get(1).getType()).isEqualTo(ZoneEventType.ZONE_EVENT_TYPE_EXIT);
    assertThat(events.get(1).getEpisodeId()).isEqualTo(events.get(0).getEventId());
  }

  @Test
  void publishesTheSameEventsAgainAfterACrashBetweenPublishingAndStoring() {
    api.createSquare("Harbour", 10, 50, 0.1);
    api.createSquare("Inner harbour", 10.02, 50.02, 0.05);
    read(0, flight.at(10.01, 50.01));
    TrackUpdate[] batch = {
      flight.at(10.03, 50.03), flight.at(10.01, 50.01), flight.at(9.9, 50), flight.at(10.01, 50.01)
    };

    crashBeforeStoring(batch);
    restart();
    read(1, batch);

    // ENTER; then twice: ENTER inner, EXIT inner, CLEARED inner. Harbour itself it left too
    // shortly.
    List<String> ids =
        awaitEvents(7).stream()
            .map(event -> event.getEventId().toString(java.nio.charset.StandardCharsets.ISO_8859_1))
            .toList();
    assertThat(ids.subList(4, 7)).isEqualTo(ids.subList(1, 4)).doesNotHaveDuplicates();
  }

  @Test
  void saysNothingWhenTracksAreDeliveredAgainAfterARestart() {
    api.createSquare("Harbour", 10, 50, 0.1);
    TrackUpdate[] all = {
      flight.at(9.99, 50.05),
      flight.at(10.01, 50.05),
      flight.at(10.02, 50.05),
      flight.at(9.98, 50.05),
      flight.lost()
    };
    read(0, all);
    awaitEvents(2);
    restart();
    read(all.length, all);

    read(2L * all.length, new Flight(api.agency()).at(10.05, 50.05));
    assertThat(awaitEvents(3).get(2).getType()).isEqualTo(ZoneEventType.ZONE_EVENT_TYPE_ENTER);
  }

  @Test
  void endsStaysInZonesThatWereRemovedWhileItWasDown() {
    UUID zone = api.createSquare("Harbour", 10, 50, 0.1);
    TrackUpdate inside = flight.at(10.01, 50.05);
    read(0, inside);
    awaitEvents(1);
    agencies.forget(partition).await().atMost(LIMIT);
    api.delete(zone).then().statusCode(204);
    restart();

    ZoneEvent exit = awaitEvents(2).get(1);
    assertThat(exit.getExitReason()).isEqualTo(ZoneExitReason.ZONE_EXIT_REASON_ZONE_REMOVED);
    assertThat(exit.getZoneName()).isEqualTo("Harbour");
    assertThat(exit.getIdentity().getUasId()).isEqualTo("1581F4XF");
    assertThat(exit.getFix()).isEqualTo(inside.getFix());
    restart();
    read(1, new Flight(api.agency()).at(10.05, 50.05));
    assertThat(bus.events(api.agency())).hasSize(2);
  }

  @Test
  void tellsAfterARestartThatAZoneCeasedToApplyMeanwhile() {
    createWindow();
    read(0, flight.at(10.01, 50.05));
    awaitEvents(1);
    restart();

    List<ZoneEvent> events = awaitEvents(3);
    assertThat(events.subList(1, 3))
        .allMatch(event -> event.getOccurredAtUs() == ZoneEventEncoder.micros(END))
        .allMatch(event -> event.getEpisodeId().equals(events.getFirst().getEventId()));
    // What comes next shows the same edge: it has been told.
    read(1, flight.at(10.01, 50.05), flight.at(10.01, 50.05), flight.at(10.01, 50.05));
    read(4, new Flight(api.agency()).at(10.01, 50.05));
    awaitEvents(4);
  }

  @Test
  void publishesStoredEventsOfACrashBetweenStoringAndPublishing() {
    createWindow();
    read(0, flight.at(10.01, 50.05));
    restart();
    List<ZoneEvent> told = List.copyOf(awaitEvents(3)).subList(1, 3);

    // The store as a crash leaves it that comes before publishing or before the event is removed.
    unpublished
        .save(agency, List.of(), told.stream().map(RestartIT::unpublished).toList())
        .await()
        .atMost(LIMIT);
    restart();

    assertThat(awaitEvents(5).subList(3, 5)).isEqualTo(told);
    restart();
    read(1, new Flight(api.agency()).at(10.01, 50.05));
    awaitEvents(6);
    assertThat(unpublished.load(agency).await().atMost(LIMIT)).isEmpty();
  }

  /** A zone around the flight that ceases to apply ten seconds after its begin. */
  private void createWindow() {
    api.createSquare("Parade", 10, 50, 0.1, Flight.START, END);
  }

  private static UnpublishedEvent unpublished(ZoneEvent event) {
    return new UnpublishedEvent(DeterministicId.fromWire(event.getEventId()), event.toByteArray());
  }

  @Test
  void remembersWhereToGoOn() {
    api.createSquare("Harbour", 10, 50, 0.1);
    read(7, flight.at(10.01, 50.05), flight.at(10.02, 50.05));
    var position = positions.find(CONSUMER, partition).await().atMost(LIMIT).orElseThrow();
    assertThat(position.nextOffset()).isEqualTo(9);
    assertThat(position.agencies()).containsExactly(agency);
  }

  private void read(long offset, TrackUpdate... batch) {
    var progress = new Progress(CONSUMER, partition, offset, offset + batch.length, Set.of(agency));
    agencies.read(decode(offset, batch), progress).await().atMost(LIMIT);
  }

  /** Publishes, and then cannot store because its position is one that was left long ago. */
  private void crashBeforeStoring(TrackUpdate... batch) {
    var progress = new Progress(CONSUMER, partition, 0, batch.length, Set.of(agency));
    Throwable failure =
        agencies
            .read(decode(0, batch), progress)
            .onItemOrFailure()
            .transform((done, e) -> e)
            .await()
            .atMost(LIMIT);
    assertThat(failure).isInstanceOf(PositionMovedException.class);
  }

  private void restart() {
    var position = positions.find(CONSUMER, partition).await().atMost(LIMIT).orElseThrow();
    agencies.load(partition, position.agencies()).await().atMost(LIMIT);
  }

  private List<TrackRecord> decode(long offset, TrackUpdate... batch) {
    return new TrackDecoder(metrics)
        .decode(
            IntStream.range(0, batch.length).mapToObj(i -> record(offset + i, batch[i])).toList(),
            traces.batch());
  }

  private ConsumerRecord<String, TrackUpdate> record(long offset, TrackUpdate update) {
    return new ConsumerRecord<>(partition.topic(), 0, offset, update.getAgencyId(), update);
  }

  private List<ZoneEvent> awaitEvents(int count) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(bus.events(api.agency())).hasSize(count));
    return bus.events(api.agency());
  }
}
