import type { Polygon } from 'geojson';
import type { Position, Zone } from '../../src/api/types';

const createdAt = '2026-01-01T00:00:00Z';

export const ZONES: readonly Zone[] = [
  {
    type: 'Feature',
    id: '0b7f4c1e-0000-4000-8000-000000000001',
    geometry: circle({ lat: 59.9139, lon: 10.7522 }, 1_300),
    properties: {
      name: 'Government quarter',
      restriction: 'PROHIBITED',
      identifier: 'OSL-P1',
      reason: 'SENSITIVE',
      message: 'No flying without a permission of the police.',
      lowerM: 0,
      lowerDatum: 'AGL',
      upperM: 300,
      upperDatum: 'AMSL',
      createdAt,
    },
  },
  {
    type: 'Feature',
    id: '0b7f4c1e-0000-4000-8000-000000000002',
    geometry: box(59.862, 10.68, 59.884, 10.755),
    properties: {
      name: 'Inner harbour',
      restriction: 'REQ_AUTHORISATION',
      upperM: 120,
      upperDatum: 'AGL',
      createdAt,
    },
  },
  {
    type: 'Feature',
    id: '0b7f4c1e-0000-4000-8000-000000000003',
    geometry: box(59.935, 10.62, 59.957, 10.7),
    properties: { name: 'Nature reserve', restriction: 'CONDITIONAL', createdAt },
  },
];

/** True when a position lies inside the outer ring (ray crossing). */
export function contains({ geometry }: Zone, { lat, lon }: Position): boolean {
  const ring = (geometry as Polygon).coordinates[0] ?? [];
  let inside = false;
  ring.forEach(([ax = 0, ay = 0], i) => {
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

function circle({ lat, lon }: Position, radiusM: number): Polygon {
  const ring = Array.from({ length: 49 }, (_, i) => {
    const angle = (i / 48) * 2 * Math.PI;
    const northDeg = (radiusM / 111_195) * Math.cos(angle);
    const eastDeg = (radiusM / 111_195 / Math.cos((lat * Math.PI) / 180)) * Math.sin(angle);
    return [lon + eastDeg, lat + northDeg];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

function box(south: number, west: number, north: number, east: number): Polygon {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [corners] };
}
