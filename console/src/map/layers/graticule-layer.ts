import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { COLOURS, FONT } from '../colours';
import { collection, feature } from '../layer';

/** The part of the earth that is on the screen. */
export interface View {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const STEPS_DEG = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const FEWEST_MERIDIANS = 4;
const MOST_LAT = 85;

/** Meridians and parallels at a round distance that suits the zoom. */
export const graticuleLayers: LayerSpecification[] = [
  {
    id: 'graticule',
    type: 'line',
    source: 'graticule',
    paint: { 'line-color': COLOURS.graticule, 'line-width': 0.7 },
  },
  {
    id: 'graticule-labels',
    type: 'symbol',
    source: 'graticule',
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 500,
      'text-field': ['get', 'label'],
      'text-font': FONT,
      'text-size': 10,
    },
    paint: {
      'text-color': COLOURS.graticuleText,
      'text-halo-color': COLOURS.halo,
      'text-halo-width': 1,
    },
  },
];

/** The graticule of a view, reaching half a view beyond it so that small moves do not show an end. */
export function graticuleOf({ west, south, east, north }: View): FeatureCollection {
  const marginDeg = Math.min((east - west) / 2, 60);
  const step = stepFor(east - west);
  const lons = multiples(step, west - marginDeg, east + marginDeg);
  const lats = multiples(
    step,
    Math.max(-MOST_LAT, south - marginDeg),
    Math.min(MOST_LAT, north + marginDeg),
  );
  const [firstLon = 0, lastLon = 0] = [lons[0], lons.at(-1)];
  const [firstLat = 0, lastLat = 0] = [lats[0], lats.at(-1)];
  return collection([
    ...lons.map((lon) => line([lon, firstLat], [lon, lastLat], label(lon, step, 'E', 'W'))),
    ...lats.map((lat) => line([firstLon, lat], [lastLon, lat], label(lat, step, 'N', 'S'))),
  ]);
}

function stepFor(widthDeg: number): number {
  return STEPS_DEG.find((step) => widthDeg / step >= FEWEST_MERIDIANS) ?? 0.001;
}

function multiples(step: number, from: number, to: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, i) => (first + i) * step);
}

function label(deg: number, step: number, positive: string, negative: string): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  const onEarth = Math.abs(deg) > 180 ? deg - Math.sign(deg) * 360 : deg;
  return `${Math.abs(onEarth).toFixed(decimals)}° ${onEarth < 0 ? negative : positive}`;
}

function line(from: number[], to: number[], text: string): Feature {
  return feature({ type: 'LineString', coordinates: [from, to] }, { label: text });
}
