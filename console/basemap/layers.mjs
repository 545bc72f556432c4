// What each tile layer is made of. World: Natural Earth (public domain). Detail: coasts and large lakes
// of OpenStreetMap (ODbL), corners some 500 m apart, with borders of Natural Earth.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import {
  areaDeg2,
  collection,
  polygon,
  rectangle,
  rounded,
  touches,
  unwrapped,
} from './geometry.mjs';

const require = createRequire(import.meta.url);

const SMALLEST_ISLAND_DEG2 = 1e-6; // about 6,000 m² in southern Norway
const SMALLEST_LAKE_DEG2 = 1e-4; // about 0.6 km²
/** The source draws small lakes as triangles: they would look like something, and are nothing. */
const FEWEST_LAKE_CORNERS = 10;

export function worldLayers() {
  const atlas = require('world-atlas/countries-50m.json');
  const { features } = feature(atlas, atlas.objects.land);
  const continents = features.flatMap(({ geometry }) => geometry.coordinates);
  return {
    land: collection(continents.map((rings) => polygon(rings.map(unwrapped)))),
    borders: collection([borders(atlas)]),
  };
}

/** Layer `sheet` is one water rectangle: it hides the coarse world beneath the detail. */
export function detailLayers(bounds) {
  return {
    sheet: collection([rectangle(bounds)]),
    land: collection(shores(bounds)),
    borders: collection([borders(require('world-atlas/countries-10m.json'))]),
  };
}

function borders(atlas) {
  const geometry = mesh(atlas, atlas.objects.countries, (a, b) => a !== b);
  return { type: 'Feature', properties: {}, geometry };
}

function shores(bounds) {
  const file = require.resolve('@geo-maps/earth-lands-100m/map.geo.json');
  return JSON.parse(readFileSync(file, 'utf8'))
    .geometries.flatMap((g) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates))
    .filter(([shore]) => areaDeg2(shore) >= SMALLEST_ISLAND_DEG2 && touches(shore, bounds))
    .map(([shore, ...holes]) => [shore, ...holes.filter((hole) => isLake(hole, bounds))])
    .map((rings) => polygon(rings.map((ring) => rounded(rounded(ring)))));
}

function isLake(ring, bounds) {
  const isClear = ring.length > FEWEST_LAKE_CORNERS && areaDeg2(ring) >= SMALLEST_LAKE_DEG2;
  return isClear && touches(ring, bounds);
}
