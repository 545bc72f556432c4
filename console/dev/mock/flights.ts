import type { Position } from '../../src/api/types';

/** A drone of the mock: flies round the corners of its route for ever. */
export interface Flight {
  readonly serial?: string;
  readonly mac?: string;
  readonly route: readonly Position[];
  readonly speedMps: number;
  readonly heightM?: number;
  readonly hasCourse: boolean;
  readonly operator?: Position;
}

export interface Fix extends Position {
  readonly courseDeg: number;
}

const at = (lat: number, lon: number): Position => ({ lat, lon });

/** The first flight starts just outside the prohibited zone and enters it after some seconds. */
export const FLIGHTS: readonly Flight[] = [
  {
    serial: '1581F4BND2245R00A1B2',
    route: [at(59.9, 10.7), at(59.911, 10.748), at(59.921, 10.775), at(59.902, 10.79)],
    speedMps: 18,
    heightM: 84,
    hasCourse: true,
    operator: at(59.8985, 10.7035),
  },
  {
    serial: '1668BDEEA00C77F3',
    route: [at(59.885, 10.79), at(59.868, 10.74), at(59.879, 10.68), at(59.893, 10.72)],
    speedMps: 12,
    heightM: 46,
    hasCourse: true,
    operator: at(59.874, 10.735),
  },
  {
    serial: 'PARROTANAFI0042',
    route: [at(59.926, 10.66), at(59.94, 10.69), at(59.932, 10.72)],
    speedMps: 7,
    hasCourse: true,
  },
  {
    mac: '60:60:1F:4A:11:9C',
    route: [at(59.91, 10.83), at(59.911, 10.8305)],
    speedMps: 0.5,
    heightM: 12,
    hasCourse: false,
  },
];

const METRES_PER_DEG = 111_195;

/** Where a flight is some seconds after the mock began. */
export function fixAt({ route, speedMps }: Flight, seconds: number): Fix {
  const legs = route.map((from, i) => legOf(from, route[(i + 1) % route.length] ?? from));
  const roundM = legs.reduce((sum, { lengthM }) => sum + lengthM, 0);
  let leftM = (seconds * speedMps) % roundM;
  for (const { from, to, lengthM, courseDeg } of legs) {
    if (leftM <= lengthM) {
      const part = leftM / lengthM;
      const lat = from.lat + (to.lat - from.lat) * part;
      return { lat, lon: from.lon + (to.lon - from.lon) * part, courseDeg };
    }
    leftM -= lengthM;
  }
  throw new Error('a round is the sum of its legs');
}

function legOf(from: Position, to: Position): Leg {
  const northM = (to.lat - from.lat) * METRES_PER_DEG;
  const eastM = (to.lon - from.lon) * METRES_PER_DEG * Math.cos((from.lat * Math.PI) / 180);
  const courseDeg = ((Math.atan2(eastM, northM) * 180) / Math.PI + 360) % 360;
  return { from, to, lengthM: Math.hypot(northM, eastM), courseDeg };
}

interface Leg {
  readonly from: Position;
  readonly to: Position;
  readonly lengthM: number;
  readonly courseDeg: number;
}
