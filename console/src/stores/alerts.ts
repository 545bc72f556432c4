import type { Alert } from '../api/types';

interface AlertEntry {
  readonly alert: Alert;
  readonly connection: number;
}

export interface AlertsState {
  readonly byId: ReadonlyMap<string, AlertEntry>;
  readonly connection: number;
  readonly isLoaded: boolean;
  /** Alerts whose acknowledgement is on its way. */
  readonly acknowledging: ReadonlySet<string>;
}

export type AlertsAction =
  | { readonly type: 'alerts/opened' }
  | { readonly type: 'alerts/received'; readonly alerts: readonly Alert[] }
  | { readonly type: 'alerts/listed'; readonly alerts: readonly Alert[] }
  | { readonly type: 'alerts/acknowledging'; readonly alertId: string }
  | { readonly type: 'alerts/acknowledged'; readonly alertId: string; readonly alert?: Alert };

const MOST_RESOLVED = 30;

export const noAlerts: AlertsState = {
  byId: new Map(),
  connection: 0,
  isLoaded: false,
  acknowledging: new Set(),
};

export function alertsReducer(state: AlertsState, action: AlertsAction): AlertsState {
  switch (action.type) {
    case 'alerts/opened':
      return { ...state, connection: state.connection + 1 };
    case 'alerts/received':
      return received(state, action.alerts);
    case 'alerts/listed':
      return listed(received(state, action.alerts));
    case 'alerts/acknowledging':
      return { ...state, acknowledging: new Set([...state.acknowledging, action.alertId]) };
    case 'alerts/acknowledged':
      return acknowledged(state, action.alertId, action.alert);
  }
}

/** Alerts in the order an operator works: raised, acknowledged, resolved; the newest first in each. */
export function inWorkingOrder({ byId }: AlertsState): Alert[] {
  const alerts = [...byId.values()].map(({ alert }) => alert);
  return alerts.sort((a, b) => RANK[a.state] - RANK[b.state] || compareNewest(a, b));
}

/** How many alerts wait for somebody. */
export function countRaised({ byId }: AlertsState): number {
  return [...byId.values()].filter(({ alert }) => alert.state === 'raised').length;
}

/** The worst open alert of each track, by track id. */
export function worstByTrack({ byId }: AlertsState): Map<string, Alert> {
  const worst = new Map<string, Alert>();
  for (const { alert } of byId.values()) {
    if (alert.state === 'resolved') continue;
    const known = worst.get(alert.trackId);
    if (known === undefined || known.severity === 'major') worst.set(alert.trackId, alert);
  }
  return worst;
}

const RANK: Readonly<Record<Alert['state'], number>> = { raised: 0, acknowledged: 1, resolved: 2 };

function compareNewest(a: Alert, b: Alert): number {
  return (b.resolvedAt ?? b.raisedAt).localeCompare(a.resolvedAt ?? a.raisedAt);
}

function received(state: AlertsState, alerts: readonly Alert[]): AlertsState {
  const byId = new Map(state.byId);
  for (const alert of alerts) {
    const known = byId.get(alert.id)?.alert;
    const isNews = known === undefined || !isOlder(alert, known);
    byId.set(alert.id, { alert: isNews ? alert : known, connection: state.connection });
  }
  return forgetOldest({ ...state, byId });
}

function isOlder(alert: Alert, known: Alert): boolean {
  if (alert.sequence !== undefined && known.sequence !== undefined) {
    return alert.sequence < known.sequence;
  }
  return Date.parse(alert.updatedAt) < Date.parse(known.updatedAt);
}

/** After a full listing of open alerts, an open one that was not mentioned has been resolved unseen. */
function listed(state: AlertsState): AlertsState {
  const kept = [...state.byId].filter(
    ([, { alert, connection }]) => connection === state.connection || alert.state === 'resolved',
  );
  return { ...state, byId: new Map(kept), isLoaded: true };
}

function acknowledged(state: AlertsState, alertId: string, alert: Alert | undefined): AlertsState {
  const acknowledging = new Set(state.acknowledging);
  acknowledging.delete(alertId);
  return received({ ...state, acknowledging }, alert === undefined ? [] : [alert]);
}

function forgetOldest(state: AlertsState): AlertsState {
  const resolved = inWorkingOrder(state).filter((alert) => alert.state === 'resolved');
  if (resolved.length <= MOST_RESOLVED) return state;
  const byId = new Map(state.byId);
  resolved.slice(MOST_RESOLVED).forEach((alert) => byId.delete(alert.id));
  return { ...state, byId };
}
