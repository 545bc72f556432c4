/**
 * The REST and stream shapes of `/api/v1`. Absent means unknown: no field has a stand-in value.
 * Times are ISO-8601 UTC, coordinates inside `geometry` are GeoJSON order (longitude first).
 */
import type { MultiPolygon, Polygon } from 'geojson';

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

export interface Altitudes {
  /** Above the WGS-84 ellipsoid. */
  readonly geodeticM?: number;
  /** Barometric, above the 1013.25 hPa level. */
  readonly pressureM?: number;
}

export type HeightReference = 'takeoff' | 'ground';

export interface Track {
  readonly id: string;
  readonly droneId: string;
  readonly idType: 'serial' | 'caa' | 'utm' | 'session' | 'unclassified' | 'addr' | 'dji';
  readonly serial?: string;
  readonly mac?: string;
  /** Code of ASTM F3411, table of UA types. */
  readonly uaType?: number;
  readonly status: 'live' | 'lost';
  readonly flightStatus?: string;
  readonly position?: Position;
  readonly altitudes: Altitudes;
  readonly heightM?: number;
  readonly heightReference?: HeightReference;
  readonly speedMps?: number;
  readonly courseDeg?: number;
  readonly verticalSpeedMps?: number;
  readonly horizontalAccuracyM?: number;
  readonly verticalAccuracyM?: number;
  /** Only present for investigators. */
  readonly operatorPosition?: Position;
  /** Whether that is where the pilot is, or only where the drone took off. Only for investigators. */
  readonly operatorPositionKind?: string;
  /** Only present for investigators. */
  readonly operatorId?: string;
  readonly selfId?: string;
  readonly sensors: readonly string[];
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly positionAt?: string;
  readonly observationCount: number;
  readonly sequence: number;
}

export interface HistoryPoint {
  readonly observationId: string;
  readonly sensor: string;
  readonly observedAt: string;
  readonly receivedAt: string;
  readonly position?: Position;
  readonly altitudes: Altitudes;
  readonly heightM?: number;
  readonly heightReference?: HeightReference;
  readonly speedMps?: number;
  readonly courseDeg?: number;
  readonly verticalSpeedMps?: number;
  readonly rssiDbm?: number;
}

/** Restrictions of ED-269. */
export type Restriction = 'PROHIBITED' | 'REQ_AUTHORISATION' | 'CONDITIONAL' | 'NO_RESTRICTION';

export type VerticalDatum = 'AGL' | 'AMSL' | 'WGS84';

/** Where all zones are, as far as the map has to know before it draws them. */
export interface ZoneTiles {
  /** Another one means that zones have changed. */
  readonly version: string;
  /** West, south, east, north of all zones; absent when there is none. */
  readonly bounds?: readonly [number, number, number, number];
}

export interface Zone {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Polygon | MultiPolygon;
  readonly properties: {
    readonly name: string;
    readonly restriction: Restriction;
    readonly identifier?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly lowerM?: number;
    readonly lowerDatum?: VerticalDatum;
    readonly upperM?: number;
    readonly upperDatum?: VerticalDatum;
    readonly applicability?: unknown;
    readonly createdAt: string;
  };
}

export interface Alert {
  readonly id: string;
  /** 1 when raised, one more with every change. */
  readonly sequence?: number;
  readonly rule: 'zone-violation';
  readonly state: 'raised' | 'acknowledged' | 'resolved';
  readonly severity: 'critical' | 'major';
  readonly trackId: string;
  readonly droneId: string;
  readonly serial?: string;
  readonly zoneId: string;
  readonly zoneName: string;
  readonly restriction: Restriction;
  /** UNKNOWN: inside the outline, but whether within the height limits cannot be told. */
  readonly verticalVerdict: 'IN' | 'UNKNOWN';
  readonly position: Position;
  readonly observedAt: string;
  readonly raisedAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastPosition?: Position;
  readonly lastObservedAt?: string;
  readonly acknowledgedAt?: string;
  readonly acknowledgedBy?: string;
  readonly acknowledgeNote?: string;
  readonly resolvedAt?: string;
  readonly resolveReason?:
    'LEFT' | 'TRACK_LOST' | 'ZONE_REMOVED' | 'ZONE_CHANGED' | 'ZONE_INACTIVE';
}

/** Something a sensor sent that was refused, without its bytes. */
export interface QuarantineEntry {
  readonly id: string;
  readonly sensor: string;
  /** Why it was refused the last time. */
  readonly reason: string;
  readonly detail: string;
  readonly firstReason?: string;
  readonly receivedAt: string;
  readonly topic: string;
  readonly format?: string;
  readonly item?: number;
  readonly payloadBytes: number;
  readonly state: 'open' | 'resubmitted';
  readonly tries: number;
  readonly triedAt?: string;
  readonly triedBy?: string;
}

/** What to look for in the quarantine; an empty text does not matter. */
export interface QuarantineQuery {
  readonly sensor: string;
  readonly reason: string;
  readonly text: string;
}

/** What became of what was re-submitted. */
export interface Resubmission {
  /** Items, as are the others. */
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly remaining: number;
  readonly next?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** Problem details of RFC 9457. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
}

export interface ConsoleConfig {
  readonly oidc: { readonly authority: string; readonly clientId: string };
}
