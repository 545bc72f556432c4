import type { Track } from '../api/types';
import {
  climb,
  coordinates,
  course,
  idTypeName,
  metres,
  speed,
  uaTypeName,
  utcTime,
  words,
} from './format';

/** One labelled value; undefined means that nobody knows it. */
export interface Field {
  readonly label: string;
  readonly value: string | undefined;
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** Everything known about a track, in the order it is read. The pilot only for who may see them. */
export function fieldsOf(track: Track, showsOperator: boolean): FieldGroup[] {
  const groups = [identity(track), position(track), movement(track), reception(track)];
  return showsOperator ? [...groups, operator(track)] : groups;
}

function identity(track: Track): FieldGroup {
  return {
    title: 'Identity',
    fields: [
      field(idTypeName(track.idType), idOf(track)),
      ...(track.idType === 'addr' ? [] : [field('Radio address', track.mac)]),
      field('Aircraft type', track.uaType, uaTypeName),
      field('Flight status', track.flightStatus, words),
      field('Purpose stated', track.selfId),
    ],
  };
}

function position(track: Track): FieldGroup {
  return {
    title: 'Position',
    fields: [
      field('Latitude, longitude', track.position, coordinates),
      field('Horizontal accuracy', track.horizontalAccuracyM, within),
      field(`Height above ${heightReference(track)}`, track.heightM, metres),
      field('Altitude (WGS-84 ellipsoid)', track.altitudes.geodeticM, metres),
      field('Pressure altitude (1013.25 hPa)', track.altitudes.pressureM, metres),
      field('Vertical accuracy', track.verticalAccuracyM, within),
      field('Time of position (UTC)', track.positionAt, utcTime),
    ],
  };
}

function movement(track: Track): FieldGroup {
  return {
    title: 'Movement',
    fields: [
      field('Ground speed', track.speedMps, speed),
      field('Course over ground', track.courseDeg, course),
      field('Vertical speed', track.verticalSpeedMps, climb),
    ],
  };
}

function reception(track: Track): FieldGroup {
  return {
    title: 'Reception',
    fields: [
      field('Sensors', track.sensors.join(', ') || undefined),
      field('Observations', track.observationCount, String),
      field('First seen (UTC)', track.firstSeenAt, utcTime),
      field('Last seen (UTC)', track.lastSeenAt, utcTime),
    ],
  };
}

function operator(track: Track): FieldGroup {
  return {
    title: 'Operator',
    fields: [
      field('Operator id', track.operatorId),
      field('Operator position', track.operatorPosition, coordinates),
      field('Kind of position', track.operatorPositionKind, words),
    ],
  };
}

function idOf({ serial, droneId }: Track): string {
  return serial ?? droneId.slice(droneId.indexOf(':') + 1);
}

function heightReference({ heightReference: reference }: Track): string {
  if (reference === undefined) return 'unknown reference';
  return reference === 'takeoff' ? 'take-off' : 'ground';
}

const within = (m: number): string => `± ${m} m`;

function field<T>(label: string, value: T | undefined, show?: (value: T) => string): Field {
  if (value === undefined) return { label, value: undefined };
  return { label, value: show ? show(value) : String(value) };
}
