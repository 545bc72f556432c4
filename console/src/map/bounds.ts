import type { ZoneTiles } from '../api/types';
import type { Picture } from '../stores/picture';

type Bounds = [west: number, south: number, east: number, north: number];

/** The box around all drones and zones; undefined when there is nothing to show. */
export function boundsOfPicture({ tracks, zones }: Picture): Bounds | undefined {
  const corners = [
    ...cornersOf(zones.tiles?.bounds),
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

function cornersOf(bounds: ZoneTiles['bounds']): (readonly [number, number])[] {
  if (bounds === undefined) return [];
  const [west, south, east, north] = bounds;
  return [
    [west, south],
    [east, north],
  ];
}
