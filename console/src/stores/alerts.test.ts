import { describe, expect, it } from 'vitest';
import type { Alert } from '../api/types';
import {
  alertsReducer,
  inWorkingOrder,
  noAlerts,
  worstByTrack,
  type AlertsAction,
  type AlertsState,
} from './alerts';
import { anAlert } from './examples';

const received = (...alerts: Alert[]): AlertsAction => ({ type: 'alerts/received', alerts });

function after(...actions: AlertsAction[]): AlertsState {
  return actions.reduce(alertsReducer, noAlerts);
}

describe('alertsReducer', () => {
  it('does not let an older message undo an acknowledgement', () => {
    const state = after(
      received(anAlert({ state: 'acknowledged', updatedAt: '2026-03-01T12:00:05Z' })),
      received(anAlert({ updatedAt: '2026-03-01T12:00:04Z' })),
    );
    expect(inWorkingOrder(state)[0]?.state).toBe('acknowledged');
  });

  it('trusts the sequence more than the clock', () => {
    const state = after(
      received(anAlert({ sequence: 3, state: 'resolved', updatedAt: '2026-03-01T12:00:04Z' })),
      received(anAlert({ sequence: 2, updatedAt: '2026-03-01T12:00:05Z' })),
    );
    expect(inWorkingOrder(state)[0]?.state).toBe('resolved');
  });

  it('removes open alerts that a full listing no longer names', () => {
    const state = after(
      received(anAlert()),
      { type: 'alerts/opened' },
      { type: 'alerts/listed', alerts: [] },
    );
    expect(state.byId.size).toBe(0);
  });

  it('keeps resolved alerts through a full listing of open ones', () => {
    const state = after(
      received(anAlert({ state: 'resolved' })),
      { type: 'alerts/opened' },
      { type: 'alerts/listed', alerts: [] },
    );
    expect(state.byId.size).toBe(1);
  });

  it('keeps only the most recently resolved alerts', () => {
    const resolved = Array.from({ length: 50 }, (_, i) =>
      anAlert({
        id: `alert-${i}`,
        state: 'resolved',
        resolvedAt: new Date(Date.UTC(2026, 2, 1, 12, i)).toISOString(),
      }),
    );
    const ids = inWorkingOrder(after(received(...resolved))).map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(ids[0]).toBe('alert-49');
  });

  it('knows which acknowledgement is on its way', () => {
    const pending = after(received(anAlert()), {
      type: 'alerts/acknowledging',
      alertId: 'alert-1',
    });
    const failed = alertsReducer(pending, { type: 'alerts/acknowledged', alertId: 'alert-1' });
    expect(pending.acknowledging.has('alert-1')).toBe(true);
    expect(failed.acknowledging.has('alert-1')).toBe(false);
  });
});

describe('inWorkingOrder', () => {
  it('puts raised before acknowledged before resolved, newest first', () => {
    const state = after(
      received(
        anAlert({ id: 'done', state: 'resolved' }),
        anAlert({ id: 'old', raisedAt: '2026-03-01T12:00:00Z' }),
        anAlert({ id: 'seen', state: 'acknowledged', raisedAt: '2026-03-01T14:00:00Z' }),
        anAlert({ id: 'new', raisedAt: '2026-03-01T13:00:00Z' }),
      ),
    );
    expect(inWorkingOrder(state).map(({ id }) => id)).toEqual(['new', 'old', 'seen', 'done']);
  });
});

describe('worstByTrack', () => {
  it('prefers critical over major and ignores resolved alerts', () => {
    const state = after(
      received(
        anAlert({ id: 'a', severity: 'critical' }),
        anAlert({ id: 'b', severity: 'major' }),
        anAlert({ id: 'c', trackId: 'track-2', state: 'resolved' }),
      ),
    );
    expect([...worstByTrack(state)].map(([track, { id }]) => [track, id])).toEqual([
      ['track-1', 'a'],
    ]);
  });
});
