import type { Feature, Polygon } from 'geojson';
import geojsonvt from 'geojson-vt';
import vtpbf from 'vt-pbf';
import type { Zone } from '../../src/api/types';
import { ZONES } from './zones';

const OPTIONS = { maxZoom: 16, indexMaxZoom: 5 };
const LAYERS = {
  zones: geojsonvt({ type: 'FeatureCollection', features: ZONES.map(flat) }, OPTIONS),
  labels: geojsonvt({ type: 'FeatureCollection', features: ZONES.map(label) }, OPTIONS),
};

/** What the system answers for all tiles together. */
export function zoneTiles(): object {
  const corners = ZONES.flatMap(({ geometry }) => (geometry as Polygon).coordinates.flat());
  const lons = corners.map(([lon = 0]) => lon);
  const lats = corners.map(([, lat = 0]) => lat);
  const bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  return { tilejson: '3.0.0', tiles: ['/api/v1/zones/tiles/{z}/{x}/{y}.mvt'], bounds };
}

/** One tile; empty where there is no zone. */
export function zoneTile(z: number, x: number, y: number): Uint8Array {
  const drawn = Object.entries(LAYERS).flatMap(([name, index]) => {
    const tile = index.getTile(z, x, y);
    return tile === null ? [] : [[name, tile] as const];
  });
  return vtpbf.fromGeojsonVt(Object.fromEntries(drawn), { version: 2 });
}

function flat({ id, geometry, properties }: Zone): Feature {
  return { type: 'Feature', geometry, properties: { ...properties, id } };
}

function label(zone: Zone): Feature {
  const [ring = []] = (zone.geometry as Polygon).coordinates;
  const mean = [0, 1].map(
    (axis) => sum(ring.slice(1).map((at) => at[axis] ?? 0)) / (ring.length - 1),
  );
  return { ...flat(zone), geometry: { type: 'Point', coordinates: mean } };
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
