import type { Alert, Track, Zone } from '../api/types';

/** A live track for tests; every field can be replaced. */
export function aTrack(fields: Partial<Track> = {}): Track {
  return {
    id: 'track-1',
    droneId: 'serial:1581F4BND2245R00A1B2',
    idType: 'serial',
    serial: '1581F4BND2245R00A1B2',
    status: 'live',
    position: { lat: 59.9, lon: 10.7 },
    altitudes: {},
    sensors: ['roof'],
    firstSeenAt: '2026-03-01T12:00:00Z',
    lastSeenAt: '2026-03-01T12:00:10Z',
    positionAt: '2026-03-01T12:00:10Z',
    observationCount: 10,
    sequence: 10,
    ...fields,
  };
}

/** A raised alert for tests; every field can be replaced. */
export function anAlert(fields: Partial<Alert> = {}): Alert {
  return {
    id: 'alert-1',
    rule: 'zone-violation',
    state: 'raised',
    severity: 'critical',
    trackId: 'track-1',
    droneId: 'serial:1581F4BND2245R00A1B2',
    zoneId: 'zone-1',
    zoneName: 'Palace',
    restriction: 'PROHIBITED',
    verticalVerdict: 'IN',
    position: { lat: 59.9, lon: 10.7 },
    observedAt: '2026-03-01T12:00:00Z',
    raisedAt: '2026-03-01T12:00:00Z',
    createdAt: '2026-03-01T12:00:00Z',
    updatedAt: '2026-03-01T12:00:00Z',
    ...fields,
  };
}

/** A square zone for tests. */
export function aZone(fields: Partial<Zone['properties']> = {}): Zone {
  return {
    type: 'Feature',
    id: 'zone-1',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [10, 59],
          [11, 59],
          [11, 60],
          [10, 60],
          [10, 59],
        ],
      ],
    },
    properties: {
      name: 'Palace',
      restriction: 'PROHIBITED',
      createdAt: '2026-01-01T00:00:00Z',
      ...fields,
    },
  };
}
