package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.airwitness.contract.DeterministicId;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a sensor's message: decode, leave out what was seen before, assemble,
 * route. A message is decided on by one thread per sensor; {@link #confirm} follows when the bus
 * has it, and only then counts it and takes it for seen.
 */
public final class Intake {
  /** Age of a genuine position when it is received; beyond it the drone's clock is not believed. */
  private static final Duration MAX_POSITION_AGE = Duration.ofSeconds(10);

  private static final Duration MAX_POSITION_LEAD = Duration.ofSeconds(1);

  private final Formats formats;
  private volatile AgencyRegions regions;

  public Intake(Formats formats, AgencyRegions regions) {
    this.formats = formats;
    this.regions = regions;
  }

  /** Routes by these regions from now on. */
  public void routeBy(AgencyRegions regions) {
    this.regions = regions;
  }

  /** Decides on a message. */
  public Verdict accept(Sensor sensor, SensorSession session, SensorMessage message) {
    return decide(sensor, session, message, formats.decode(sensor.format(), message));
  }

  /**
   * Decides again on something from quarantine, in the format its sensor has now. What it says of
   * transmitters is not mixed with what they say at present.
   */
  public Verdict acceptAgain(Sensor sensor, SensorSession session, Resubmission again) {
    Reading reading = formats.decodeAgain(sensor.format(), again);
    return decide(sensor, session.past(), again.message(), reading);
  }

  /** Decides on a message whose decoding failed by a defect of ours: it is kept for repair. */
  public Verdict park(SensorMessage message, RuntimeException defect) {
    return refuse(message, RefusalReason.INTERNAL_ERROR, defect.getClass().getSimpleName());
  }

  /** Refuses a message without looking into it. */
  public Verdict refuse(SensorMessage message, RefusalReason reason, String detail) {
    List<Refusal> refusals = List.of(Refusal.of(message, reason, detail));
    return new Verdict(
        message,
        List.of(),
        List.of(),
        quarantine(message, refusals, null),
        refusals,
        0,
        0,
        null,
        null);
  }

  private Verdict decide(
      Sensor sensor, SensorSession session, SensorMessage message, Reading reading) {
    BatchKey batch = reading.batch();
    UUID earlier = batch == null ? null : session.contentOf(batch);
    if (batch != null && earlier != null) {
      return earlier.equals(batch.content())
          ? repeated(message, reading, batch)
          : conflicting(sensor, message, batch);
    }
    return fresh(sensor, session, message, reading);
  }

  private static Verdict repeated(SensorMessage message, Reading reading, BatchKey batch) {
    int accepted = reading.sightings().size();
    return new Verdict(
        message,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        accepted + reading.refusals().size(),
        reading.ignored(),
        batch,
        Receipt.of(batch, accepted, reading.refusals()));
  }

  private static Verdict conflicting(Sensor sensor, SensorMessage message, BatchKey batch) {
    Refusal refusal =
        Refusal.of(
            message,
            RefusalReason.SEQUENCE_CONFLICT,
            "boot %d, seq %d was accepted before with other content"
                .formatted(batch.boot(), batch.sequence()));
    return new Verdict(
        message,
        List.of(),
        List.of(),
        quarantine(message, List.of(refusal), new ReadAs(sensor.format(), null)),
        List.of(refusal),
        0,
        0,
        null,
        Receipt.of(batch, 0, List.of(refusal)));
  }

  private Verdict fresh(
      Sensor sensor, SensorSession session, SensorMessage message, Reading reading) {
    Sensor here = sensor.at(reading.sensorPosition());
    List<Observation> observations = new ArrayList<>(reading.sightings().size());
    List<Refusal> refusals = new ArrayList<>(reading.refusals());
    Set<UUID> frames = new HashSet<>();
    int duplicates = 0;
    for (Sighting sighting : reading.sightings()) {
      if (session.knows(sighting.frameId()) || frames.contains(sighting.frameId())) {
        duplicates++;
      } else {
        observe(here, session, message, sighting)
            .ifPresentOrElse(
                observation -> {
                  observations.add(observation);
                  frames.add(observation.frameId());
                },
                () -> refusals.add(unidentified(sighting)));
      }
    }
    BatchKey batch = reading.batch();
    return new Verdict(
        message,
        observations,
        reading.statuses(),
        refusals.isEmpty() ? List.of() : quarantine(message, refusals, readAs(sensor, reading)),
        refusals,
        duplicates,
        reading.ignored(),
        reading.isRefused() ? null : batch,
        batch == null ? null : Receipt.of(batch, observations.size() + duplicates, refusals));
  }

  private static ReadAs readAs(Sensor sensor, Reading reading) {
    Supplier<byte[]> envelope = reading.envelope();
    return new ReadAs(sensor.format(), envelope == null ? null : envelope.get());
  }

  private Optional<Observation> observe(
      Sensor sensor, SensorSession session, SensorMessage message, Sighting sighting) {
    SensorTime.Event event = sighting.time().resolve(message.arrivedAt());
    return session
        .assembler
        .add(sighting, event.at())
        .map(assembled -> observation(sensor, message, sighting, event, assembled));
  }

  private Observation observation(
      Sensor sensor,
      SensorMessage message,
      Sighting sighting,
      SensorTime.Event event,
      Assembler.Assembled assembled) {
    return new Observation(
        sensor.key(),
        sighting.frameId(),
        times(message, sighting, event),
        sighting.reception(),
        assembled.named(),
        sighting.claim(),
        findings(sighting, event, assembled.addressReused()),
        sighting.evidence(),
        copies(sensor, sighting.frameId(), assembled.position()));
  }

  /** Takes the drone's own time when it agrees with the sensor's, otherwise the sensor's. */
  private static Observation.Times times(
      SensorMessage message, Sighting sighting, SensorTime.Event event) {
    Flight flight = sighting.claim().flight();
    DroneTime time = flight == null ? null : flight.time();
    Instant claimed = time == null ? null : time.resolve(event.at());
    Duration skew = claimed == null ? null : Duration.between(claimed, event.at());
    return new Observation.Times(
        event.at(),
        sighting.time().receivedAt(),
        event.skew(),
        message.arrivedAt(),
        claimed == null || !isBelievable(skew) ? event.at() : claimed,
        skew);
  }

  private static boolean isBelievable(@Nullable Duration skew) {
    return skew != null
        && skew.compareTo(MAX_POSITION_AGE) <= 0
        && skew.compareTo(MAX_POSITION_LEAD.negated()) >= 0;
  }

  private static List<String> findings(
      Sighting sighting, SensorTime.Event event, boolean addressReused) {
    Set<String> findings = new LinkedHashSet<>(sighting.findings());
    if (event.finding() != null) {
      findings.add(event.finding());
    }
    if (addressReused) {
      findings.add("id.mac-reuse");
    }
    return List.copyOf(findings);
  }

  private List<Observation.Copy> copies(Sensor sensor, UUID frameId, @Nullable GeoPoint heardAt) {
    AgencyId owner = sensor.key().agency();
    List<Observation.Copy> copies = new ArrayList<>(2);
    copies.add(copy(owner, sensor.key(), frameId));
    GeoPoint position = heardAt == null ? sensor.position() : heardAt;
    if (sensor.shared() && position != null) {
      for (AgencyId agency : regions.covering(position)) {
        if (!agency.equals(owner)) {
          copies.add(copy(agency, sensor.key(), frameId));
        }
      }
    }
    return copies;
  }

  private static Observation.Copy copy(AgencyId agency, SensorKey sensor, UUID frameId) {
    UUID id =
        DeterministicId.of("observation")
            .with(agency.value())
            .with(sensor.agency().value())
            .with(sensor.sensor())
            .with(frameId)
            .toUuid();
    return new Observation.Copy(agency, id);
  }

  private static Refusal unidentified(Sighting sighting) {
    return Refusal.of(
        sighting.item(),
        RefusalReason.UNIDENTIFIED,
        "The frame has no identifier and the sensor gave no transmitter address",
        sighting.content());
  }

  private static List<Verdict.Quarantined> quarantine(
      SensorMessage message, List<Refusal> refusals, @Nullable ReadAs readAs) {
    UUID cause = idOf(message);
    return refusals.stream()
        .filter(Refusal::isKept)
        .map(refusal -> new Verdict.Quarantined(idOf(cause, refusal), refusal, readAs))
        .toList();
  }

  private static UUID idOf(SensorMessage message) {
    return DeterministicId.of("message")
        .with(message.sensor().username())
        .with(message.arrivedAt().toString())
        .with(message.payload())
        .toUuid();
  }

  private static UUID idOf(UUID cause, Refusal refusal) {
    return DeterministicId.of("quarantine")
        .with(cause)
        .with(refusal.reason())
        .with(refusal.item())
        .toUuid();
  }

  /** Takes a message for done, now that the bus has all of it, and tells its outcome. */
  public Tally confirm(SensorSession session, Verdict verdict) {
    int accepted = 0;
    for (Observation observation : verdict.observations()) {
      if (session.remember(observation.frameId())) {
        accepted++;
      }
    }
    BatchKey batch = verdict.batch();
    if (batch != null) {
      session.remember(batch);
    }
    int duplicate = verdict.duplicates() + verdict.observations().size() - accepted;
    return Tally.of(accepted, duplicate, verdict.refusals());
  }
}
