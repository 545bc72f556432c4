import { expect, it } from 'vitest';
import { extend, runsOf, TRAIL_MS, type TrailPoint } from './trail';

const at = (atMs: number): TrailPoint => ({ lat: 59, lon: 10, atMs });
const times = (points: readonly TrailPoint[]): number[] => points.map(({ atMs }) => atMs);

it('orders points by event time and keeps one per moment', () => {
  expect(times(extend([at(3), at(5)], [at(4), at(5), at(1)]))).toEqual([1, 3, 4, 5]);
});

it('drops what is older than the trail is long', () => {
  expect(times(extend([at(0)], [at(TRAIL_MS), at(TRAIL_MS + 1)]))).toEqual([
    TRAIL_MS,
    TRAIL_MS + 1,
  ]);
});

it('never grows beyond its limit', () => {
  const many = Array.from({ length: 2_000 }, (_, i) => at(i));
  expect(extend([], many)).toHaveLength(600);
});

it('breaks where nobody saw the drone', () => {
  const runs = runsOf([at(0), at(1_000), at(60_000), at(61_000), at(200_000)]);
  expect(runs.map(times)).toEqual([
    [0, 1_000],
    [60_000, 61_000],
  ]);
});
