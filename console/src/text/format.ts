import type { Altitudes, Restriction, Track, VerticalDatum, Zone } from '../api/types';

const KMH_PER_MPS = 3.6;

export const metres = (m: number): string => `${Math.round(m)} m`;

export const speed = (mps: number): string =>
  `${mps.toFixed(1)} m/s (${Math.round(mps * KMH_PER_MPS)} km/h)`;

export const course = (deg: number): string => `${String(Math.round(deg) % 360).padStart(3, '0')}°`;

export function climb(mps: number): string {
  if (Math.abs(mps) < 0.05) return 'level';
  return `${Math.abs(mps).toFixed(1)} m/s ${mps > 0 ? 'climbing' : 'descending'}`;
}

/** Degrees with five decimals (about one metre) and hemisphere. */
export function coordinates({ lat, lon }: { lat: number; lon: number }): string {
  return `${degrees(lat, 'N', 'S')} ${degrees(lon, 'E', 'W')}`;
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(5)}° ${value < 0 ? negative : positive}`;
}

/** Time of day in UTC, `12:34:56`. */
export function utcTime(at: string | number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'unknown' : date.toISOString().slice(11, 19);
}

/** Date and time of day in UTC, `2026-03-01 12:34:56`. */
export function utcDateTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? 'unknown'
    : `${date.toISOString().slice(0, 10)} ${utcTime(at)}`;
}

/** An elapsed time in its two largest units; a clock that runs behind ours yields `0 s`. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** The last characters of the serial, or of whatever identifies the drone. */
export function shortName({ serial, droneId }: { serial?: string; droneId: string }): string {
  const name = serial ?? droneId.slice(droneId.indexOf(':') + 1);
  return name.length > 8 ? `…${name.slice(-6).replace(/^[:-]/, '')}` : name;
}

export const RESTRICTION_NAMES: Readonly<Record<Restriction, string>> = {
  PROHIBITED: 'Prohibited',
  REQ_AUTHORISATION: 'Authorisation required',
  CONDITIONAL: 'Conditional',
  NO_RESTRICTION: 'No restriction',
};

const ID_TYPE_NAMES: Readonly<Partial<Record<string, string>>> = {
  serial: 'Serial number',
  caa: 'CAA registration',
  utm: 'UTM id',
  session: 'Session id',
  unclassified: 'Unclassified id',
  addr: 'Radio address',
  dji: 'DJI DroneID',
};

export const idTypeName = (type: Track['idType']): string => ID_TYPE_NAMES[type] ?? type;

/** UA types of ASTM F3411 by code. */
const UA_TYPES = [
  'Not declared',
  'Aeroplane',
  'Helicopter or multirotor',
  'Gyroplane',
  'Hybrid lift',
  'Ornithopter',
  'Glider',
  'Kite',
  'Free balloon',
  'Captive balloon',
  'Airship',
  'Free fall or parachute',
  'Rocket',
  'Tethered, powered',
  'Ground obstacle',
  'Other',
];

export const uaTypeName = (code: number): string => UA_TYPES[code] ?? `Reserved code ${code}`;

/** `0 m AGL to 120 m AMSL`; without a limit the zone reaches the ground or has no top (ED-269). */
export function verticalLimits(zone: Zone['properties']): string {
  const { lowerM, lowerDatum, upperM, upperDatum } = zone;
  if (lowerM === undefined && upperM === undefined) return 'no vertical limits given';
  return `${limit(lowerM, lowerDatum, 'ground')} to ${limit(upperM, upperDatum, 'unlimited')}`;
}

function limit(m: number | undefined, datum: VerticalDatum | undefined, absent: string): string {
  return m === undefined ? absent : `${Math.round(m)} m ${datum ?? '(datum unknown)'}`;
}

/** The one vertical figure of a map label, with the datum it is measured from. */
export function labelHeight(track: { heightM?: number; altitudes: Altitudes }): string {
  if (track.heightM !== undefined) return metres(track.heightM);
  const { geodeticM } = track.altitudes;
  return geodeticM === undefined ? 'height ?' : `${metres(geodeticM)} WGS84`;
}

/** A code such as `remote-id-failure` as words. */
export function words(code: string): string {
  const spaced = code.replaceAll(/[_-]+/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
