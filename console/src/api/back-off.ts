export type Random = () => number;

const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * The wait before the next attempt after `failures` failures in a row: doubles from 1 s to 30 s, with
 * a quarter of it random so that consoles do not come back all at once.
 */
export function backOffMs(failures: number, random: Random): number {
  const ceiling = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.round(ceiling * (0.75 + 0.25 * random()));
}
