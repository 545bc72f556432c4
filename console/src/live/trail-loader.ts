import type { ApiClient } from '../api/client';
import type { HistoryPoint, Track } from '../api/types';
import type { TracksAction } from '../stores/tracks';
import { TRAIL_MS, type TrailPoint } from '../stores/trail';

/** Trails are an aid: only the tracks heard most recently get theirs from history. */
const MOST_TRACKS = 100;
const AT_ONCE = 4;

/** Fetches where the given tracks were before we began to listen, a few at a time. */
export async function loadTrails(
  api: ApiClient,
  tracks: readonly Track[],
  dispatch: (action: TracksAction) => void,
  signal: AbortSignal,
): Promise<void> {
  const queue = [...tracks]
    .sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt))
    .slice(0, MOST_TRACKS);
  const work = async (): Promise<void> => {
    for (let track = queue.shift(); track !== undefined; track = queue.shift()) {
      const from = new Date(Date.parse(track.positionAt ?? track.lastSeenAt) - TRAIL_MS);
      const history = await api.listHistory(track.id, from, signal);
      dispatch({ type: 'tracks/history', trackId: track.id, points: trailOf(history) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

function trailOf(history: readonly HistoryPoint[]): TrailPoint[] {
  return history.flatMap(({ position, observedAt }) =>
    position === undefined ? [] : [{ ...position, atMs: Date.parse(observedAt) }],
  );
}
