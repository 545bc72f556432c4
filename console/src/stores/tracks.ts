import type { Track } from '../api/types';
import { extend, pointOf, type Trail } from './trail';

/** One track as the console knows it. */
export interface TrackEntry {
  readonly track: Track;
  readonly trail: Trail;
  /** The stream connection in which it was last heard of. */
  readonly connection: number;
  /** When we heard that it is lost (our clock); undefined while it is live. */
  readonly lostAtMs?: number;
}

export interface TracksState {
  readonly byId: ReadonlyMap<string, TrackEntry>;
  readonly connection: number;
  /** False until the first listing has arrived: an empty map then means nothing. */
  readonly isLoaded: boolean;
}

export type TracksAction =
  | { readonly type: 'tracks/opened' }
  | { readonly type: 'tracks/received'; readonly tracks: readonly Track[]; readonly nowMs: number }
  | { readonly type: 'tracks/listed'; readonly tracks: readonly Track[]; readonly nowMs: number }
  | { readonly type: 'tracks/history'; readonly trackId: string; readonly points: Trail }
  | { readonly type: 'tracks/aged'; readonly nowMs: number };

/** A lost track stays on the map this long, dimmed. */
const LOST_SHOWN_MS = 90_000;
const MOST_TRACKS = 5_000;

export const noTracks: TracksState = { byId: new Map(), connection: 0, isLoaded: false };

export function tracksReducer(state: TracksState, action: TracksAction): TracksState {
  switch (action.type) {
    case 'tracks/opened':
      return { ...state, connection: state.connection + 1 };
    case 'tracks/received':
      return received(state, action.tracks, action.nowMs);
    case 'tracks/listed':
      return listed(received(state, action.tracks, action.nowMs));
    case 'tracks/history':
      return withHistory(state, action.trackId, action.points);
    case 'tracks/aged':
      return keepOnly(state, ({ lostAtMs }) => !isForgotten(lostAtMs, action.nowMs));
  }
}

function received(state: TracksState, tracks: readonly Track[], nowMs: number): TracksState {
  const byId = new Map(state.byId);
  for (const track of tracks) {
    const known = byId.get(track.id);
    if (known === undefined && (track.status === 'lost' || byId.size >= MOST_TRACKS)) continue;
    byId.set(track.id, update(known, track, state.connection, nowMs));
  }
  return { ...state, byId };
}

/** An older sequence than the known one only proves that the track still exists. */
function update(
  known: TrackEntry | undefined,
  track: Track,
  connection: number,
  nowMs: number,
): TrackEntry {
  if (known !== undefined && track.sequence <= known.track.sequence) {
    return { ...known, connection };
  }
  const point = pointOf(track);
  const trail = extend(known?.trail ?? [], point === undefined ? [] : [point]);
  const entry = { track, trail, connection };
  return track.status === 'lost' ? { ...entry, lostAtMs: known?.lostAtMs ?? nowMs } : entry;
}

/** After a full listing, a live track that neither it nor the new stream mentions is gone. */
function listed(state: TracksState): TracksState {
  const kept = keepOnly(
    state,
    ({ connection, lostAtMs }) => connection === state.connection || lostAtMs !== undefined,
  );
  return { ...kept, isLoaded: true };
}

function withHistory(state: TracksState, trackId: string, points: Trail): TracksState {
  const known = state.byId.get(trackId);
  if (known === undefined || points.length === 0) return state;
  const byId = new Map(state.byId);
  byId.set(trackId, { ...known, trail: extend(points, known.trail) });
  return { ...state, byId };
}

function isForgotten(lostAtMs: number | undefined, nowMs: number): boolean {
  return lostAtMs !== undefined && nowMs - lostAtMs > LOST_SHOWN_MS;
}

function keepOnly(state: TracksState, keep: (entry: TrackEntry) => boolean): TracksState {
  const kept = [...state.byId].filter(([, entry]) => keep(entry));
  return kept.length === state.byId.size ? state : { ...state, byId: new Map(kept) };
}
