import { expect, it } from 'vitest';
import { aTrack, anAlert } from './examples';
import { createPictureStore, emptyPicture, pictureReducer } from './picture';
import { positionToShow } from './position-to-show';
import { worstLink } from './links';

it('tells listeners only about real changes', () => {
  const store = createPictureStore();
  let told = 0;
  store.subscribe(() => told++);
  store.dispatch({ type: 'zones/found', tiles: { version: '"1"' } });
  store.dispatch({ type: 'zones/found', tiles: { version: '"1"' } });
  expect(told).toBe(1);
  store.dispatch({ type: 'zones/found', tiles: { version: '"2"' } });
  expect(told).toBe(2);
});

it('keeps one notice per source until it is cleared', () => {
  const raise = { type: 'notices/raised', source: 'zones', message: 'x' } as const;
  const raised = [raise, { ...raise, message: 'y' }].reduce(pictureReducer, emptyPicture);
  expect([...raised.notices.values()]).toEqual(['y']);
  const cleared = pictureReducer(raised, { type: 'notices/cleared', source: 'zones' });
  expect(cleared.notices.size).toBe(0);
});

it('calls the picture live only when both links are', () => {
  expect(worstLink({ tracks: { kind: 'live' }, alerts: { kind: 'connecting' } }).kind).toBe(
    'connecting',
  );
  expect(worstLink({ tracks: { kind: 'live' }, alerts: { kind: 'live' } }).kind).toBe('live');
});

it('looks for a drone where it is, else where its alert saw it last', () => {
  const alerted = pictureReducer(emptyPicture, {
    type: 'alerts/received',
    alerts: [anAlert({ lastPosition: { lat: 1, lon: 2 } })],
  });
  expect(positionToShow(alerted, 'track-1', 'alert-1')).toEqual({ lat: 1, lon: 2 });
  const flying = pictureReducer(alerted, { type: 'tracks/received', tracks: [aTrack()], nowMs: 0 });
  expect(positionToShow(flying, 'track-1', 'alert-1')).toEqual({ lat: 59.9, lon: 10.7 });
});
