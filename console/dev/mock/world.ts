import type { Alert, HistoryPoint, Track, Zone } from '../../src/api/types';
import { fixAt, FLIGHTS, type Flight } from './flights';
import { contains, ZONES } from './zones';

export interface News {
  readonly tracks: readonly Track[];
  readonly alerts: readonly Alert[];
}

type Listener = (news: News) => void;

/** Seconds of flight before the mock started: gives every drone a history. */
const FLOWN_BEFORE_S = 150;

/** Everything the mock knows: flights follow the clock, alerts follow the flights. */
export class World {
  private readonly startedAtMs = Date.now();
  private readonly alerts = new Map<string, Alert>();
  private readonly listeners = new Set<Listener>();

  tracks(): Track[] {
    return FLIGHTS.map((flight, i) => this.trackOf(flight, i, Date.now()));
  }

  history(trackId: string, fromMs: number): HistoryPoint[] {
    const flight = FLIGHTS[Number(trackId.slice('track-'.length))];
    if (flight === undefined) return [];
    const points: HistoryPoint[] = [];
    const beginMs = Math.max(fromMs, this.startedAtMs - FLOWN_BEFORE_S * 1000);
    for (let ms = beginMs; ms < Date.now(); ms += 1000) points.push(this.pointOf(flight, ms));
    return points;
  }

  openAlerts(state?: string): Alert[] {
    const all = [...this.alerts.values()];
    return all.filter((alert) =>
      state === undefined ? alert.state !== 'resolved' : alert.state === state,
    );
  }

  acknowledge(id: string, by: string): Alert | undefined {
    const alert = this.alerts.get(id);
    if (alert === undefined) return undefined;
    const now = new Date().toISOString();
    const acknowledged: Alert = {
      ...alert,
      state: 'acknowledged',
      acknowledgedAt: now,
      acknowledgedBy: by,
      updatedAt: now,
    };
    this.tell([acknowledged]);
    return acknowledged;
  }

  /** Moves on to the present and tells everybody. */
  tick(): void {
    const tracks = this.tracks();
    const alerts = tracks.flatMap((track) => ZONES.flatMap((zone) => this.judge(track, zone)));
    alerts.forEach((alert) => this.alerts.set(alert.id, alert));
    this.listeners.forEach((listener) => listener({ tracks, alerts }));
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(alerts: readonly Alert[]): void {
    alerts.forEach((alert) => this.alerts.set(alert.id, alert));
    this.listeners.forEach((listener) => listener({ tracks: [], alerts }));
  }

  private judge(track: Track, zone: Zone): Alert[] {
    const { restriction } = zone.properties;
    if (track.position === undefined) return [];
    if (restriction !== 'PROHIBITED' && restriction !== 'REQ_AUTHORISATION') return [];
    const inside = contains(zone, track.position);
    const open = this.openAlerts().find((a) => a.trackId === track.id && a.zoneId === zone.id);
    if (open === undefined) return inside ? [raise(track, zone)] : [];
    const now = new Date().toISOString();
    if (inside) return [{ ...open, lastPosition: track.position, updatedAt: now }];
    return [{ ...open, state: 'resolved', resolvedAt: now, resolveReason: 'LEFT', updatedAt: now }];
  }

  private trackOf(flight: Flight, index: number, nowMs: number): Track {
    const { serial, mac, heightM, operator } = flight;
    const now = new Date(nowMs).toISOString();
    const { lat, lon, courseDeg } = this.fix(flight, nowMs);
    return {
      id: `track-${index}`,
      droneId: serial === undefined ? `addr:${mac}` : `serial:${serial}`,
      idType: serial === undefined ? 'addr' : 'serial',
      ...(serial === undefined ? {} : { serial }),
      ...(mac === undefined ? {} : { mac }),
      ...(flight.hasCourse ? { courseDeg, uaType: 2 } : {}),
      status: 'live',
      flightStatus: 'airborne',
      position: { lat, lon },
      altitudes: heightM === undefined ? {} : { geodeticM: heightM + 51.5 },
      ...(heightM === undefined ? {} : { heightM, heightReference: 'takeoff' as const }),
      speedMps: flight.speedMps,
      horizontalAccuracyM: 3,
      ...(operator === undefined
        ? {}
        : { operatorPosition: operator, operatorId: 'NOR-abc123', operatorPositionKind: 'live' }),
      sensors: ['roof-north', 'harbour-2'].slice(index % 2),
      firstSeenAt: new Date(this.startedAtMs - FLOWN_BEFORE_S * 1000).toISOString(),
      lastSeenAt: now,
      positionAt: now,
      observationCount: Math.round(FLOWN_BEFORE_S + (nowMs - this.startedAtMs) / 1000),
      sequence: nowMs,
    };
  }

  private pointOf(flight: Flight, atMs: number): HistoryPoint {
    const { lat, lon, courseDeg } = this.fix(flight, atMs);
    const at = new Date(atMs).toISOString();
    return {
      observationId: `observation-${atMs}`,
      sensor: 'roof-north',
      observedAt: at,
      receivedAt: at,
      position: { lat, lon },
      altitudes: {},
      courseDeg,
    };
  }

  private fix(flight: Flight, atMs: number): ReturnType<typeof fixAt> {
    return fixAt(flight, FLOWN_BEFORE_S + (atMs - this.startedAtMs) / 1000);
  }
}

function raise(track: Track, zone: Zone): Alert {
  const now = new Date().toISOString();
  const position = track.position ?? { lat: 0, lon: 0 };
  return {
    id: `alert-${track.id}-${zone.id}-${Date.now()}`,
    rule: 'zone-violation',
    state: 'raised',
    severity: zone.properties.restriction === 'PROHIBITED' ? 'critical' : 'major',
    trackId: track.id,
    droneId: track.droneId,
    ...(track.serial === undefined ? {} : { serial: track.serial }),
    zoneId: zone.id,
    zoneName: zone.properties.name,
    restriction: zone.properties.restriction,
    verticalVerdict: track.heightM === undefined ? 'UNKNOWN' : 'IN',
    position,
    observedAt: now,
    raisedAt: now,
    createdAt: now,
    updatedAt: now,
    lastPosition: position,
    lastObservedAt: now,
  };
}
