import type { Position, Track } from '../api/types';

/** Where a drone was at one moment of event time. */
export interface TrailPoint extends Position {
  readonly atMs: number;
}

export const TRAIL_MS = 4 * 60_000;
/** Between two points further apart than this nobody saw the drone: the line is broken. */
const GAP_MS = 20_000;
const MOST_POINTS = 600;

export type Trail = readonly TrailPoint[];

/** The point a track adds to its trail; none while its position is unknown. */
export function pointOf({ position, positionAt, lastSeenAt }: Track): TrailPoint | undefined {
  if (position === undefined) return undefined;
  return { lat: position.lat, lon: position.lon, atMs: Date.parse(positionAt ?? lastSeenAt) };
}

/** The trail with more points: by event time, one per moment, no older than `TRAIL_MS` before the newest. */
export function extend(trail: Trail, points: Trail): Trail {
  if (points.length === 0) return trail;
  const byTime = new Map([...trail, ...points].map((point) => [point.atMs, point]));
  const sorted = [...byTime.values()].sort((a, b) => a.atMs - b.atMs);
  const newest = sorted.at(-1)?.atMs ?? 0;
  return sorted.filter(({ atMs }) => newest - atMs <= TRAIL_MS).slice(-MOST_POINTS);
}

/** The trail as unbroken runs of at least two points. */
export function runsOf(trail: Trail): Trail[] {
  const runs: TrailPoint[][] = [];
  let previous: TrailPoint | undefined;
  for (const point of trail) {
    if (previous === undefined || point.atMs - previous.atMs > GAP_MS) runs.push([]);
    runs.at(-1)?.push(point);
    previous = point;
  }
  return runs.filter((run) => run.length > 1);
}
