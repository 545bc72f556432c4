import { describe, expect, it } from 'vitest';
import { aTrack } from './examples';
import { noTracks, tracksReducer, type TracksAction, type TracksState } from './tracks';
import type { Track } from '../api/types';

const received = (...tracks: Track[]): TracksAction => ({
  type: 'tracks/received',
  tracks,
  nowMs: 1_000,
});
const listed = (...tracks: Track[]): TracksAction => ({
  type: 'tracks/listed',
  tracks,
  nowMs: 1_000,
});
const opened: TracksAction = { type: 'tracks/opened' };

function after(...actions: TracksAction[]): TracksState {
  return actions.reduce(tracksReducer, noTracks);
}

describe('tracksReducer', () => {
  it('keeps the newest state of a track', () => {
    const { byId } = after(received(aTrack({ sequence: 2, speedMps: 9 }), aTrack({ sequence: 1 })));
    expect(byId.get('track-1')?.track.speedMps).toBe(9);
  });

  it('draws a trail from the positions received', () => {
    const { byId } = after(
      received(aTrack({ sequence: 1, positionAt: '2026-03-01T12:00:00Z' })),
      received(aTrack({ sequence: 2, positionAt: '2026-03-01T12:00:01Z' })),
    );
    expect(byId.get('track-1')?.trail).toHaveLength(2);
  });

  it('adds no trail point while the position is unknown', () => {
    const { position: _, ...unknown } = aTrack();
    expect(after(received(unknown)).byId.get('track-1')?.trail).toEqual([]);
  });

  it('puts history before what the stream has already shown', () => {
    const { byId } = after(received(aTrack()), {
      type: 'tracks/history',
      trackId: 'track-1',
      points: [{ lat: 1, lon: 2, atMs: Date.parse('2026-03-01T12:00:05Z') }],
    });
    expect(byId.get('track-1')?.trail.map(({ lat }) => lat)).toEqual([1, 59.9]);
  });

  it('forgets tracks that ended while the connection was down', () => {
    const { byId } = after(
      opened,
      received(aTrack({ id: 'ended' }), aTrack({ id: 'flying' })),
      opened,
      listed(aTrack({ id: 'flying' })),
    );
    expect([...byId.keys()]).toEqual(['flying']);
  });

  it('keeps a track that the new stream announced before the listing came', () => {
    const { byId } = after(opened, opened, received(aTrack({ id: 'new' })), listed());
    expect([...byId.keys()]).toEqual(['new']);
  });

  it('shows a lost track for a while, then drops it', () => {
    const lost = after(received(aTrack()), received(aTrack({ sequence: 11, status: 'lost' })));
    const soon = tracksReducer(lost, { type: 'tracks/aged', nowMs: 60_000 });
    const late = tracksReducer(lost, { type: 'tracks/aged', nowMs: 100_000 });
    expect([soon.byId.size, late.byId.size]).toEqual([1, 0]);
  });

  it('does not show a track that was lost before we came', () => {
    expect(after(received(aTrack({ status: 'lost' }))).byId.size).toBe(0);
  });

  it('brings a lost track back to life', () => {
    const { byId } = after(
      received(aTrack({ sequence: 1 })),
      received(aTrack({ sequence: 2, status: 'lost' })),
      received(aTrack({ sequence: 3 })),
    );
    expect(byId.get('track-1')?.lostAtMs).toBeUndefined();
  });

  it('is the same state when nothing aged', () => {
    const state = after(received(aTrack()));
    expect(tracksReducer(state, { type: 'tracks/aged', nowMs: 9_999_999 })).toBe(state);
  });

  it('is loaded only once a listing has come', () => {
    expect(after(received(aTrack())).isLoaded).toBe(false);
    expect(after(listed()).isLoaded).toBe(true);
  });
});
