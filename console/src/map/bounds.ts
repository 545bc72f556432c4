import type { Picture } from '../stores/picture';

type Bounds = [west: number, south: number, east: number, north: number];

/** The box around all drones and zones; undefined when there is nothing to show. */
export function boundsOfPicture({ tracks, zones }: Picture): Bounds | undefined {
  const corners = [
    ...zones.items.flatMap(({ geometry }) => flatten(geometry.coordinates)),
    ...[...tracks.byId.values()].flatMap(({ track: { position } }) =>
      position === undefined ? [] : [[position.lon, position.lat] as const],
    ),
  ];
  if (corners.length === 0) return undefined;
  return corners.reduce<Bounds>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
}

type Nested = readonly (number | Nested)[];

function flatten(coordinates: Nested): (readonly [number, number])[] {
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]];
  return coordinates.flatMap((inner) => (typeof inner === 'number' ? [] : flatten(inner)));
}
