package org.airwitness.ingest.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Key of everything about one sensor. */
@Embeddable
public record SensorId(
    @Column(name = "agency_id") String agencyId, @Column(name = "sensor_id") String id)
    implements Serializable {}
