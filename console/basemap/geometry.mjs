// Plane geometry on longitude and latitude, good enough to choose what to keep.

/** Bounds [west, south, east, north] of a block of Web Mercator tiles. */
export function boundsOf({ z, minX, maxX, minY, maxY }) {
  return [lonOf(minX, z), latOf(maxY + 1, z), lonOf(maxX + 1, z), latOf(minY, z)];
}

const lonOf = (x, z) => (x / 2 ** z) * 360 - 180;
const latOf = (y, z) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

/** Tiles [x, y] of zoom z inside a block of tiles of the block's own zoom. */
export function* tilesOf({ z: base, minX, maxX, minY, maxY }, z) {
  const scale = 2 ** (z - base);
  for (let x = minX * scale; x < (maxX + 1) * scale; x++) {
    for (let y = minY * scale; y < (maxY + 1) * scale; y++) yield [x, y];
  }
}

/** Area enclosed by a ring in square degrees (shoelace formula). */
export function areaDeg2(ring) {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    twice += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  }
  return Math.abs(twice / 2);
}

/** True when the bounding box of a ring meets the bounds. */
export function touches(ring, [west, south, east, north]) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
  }
  return minX <= east && maxX >= west && minY <= north && maxY >= south;
}

/**
 * A ring that does not jump where it crosses the antimeridian: it goes on beyond ±180° instead. A ring
 * round the south pole is closed along latitude -90.
 */
export function unwrapped(ring) {
  let turns = 0;
  const flat = ring.map(([lon, lat], i) => {
    const step = i === 0 ? 0 : lon - ring[i - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon + 360 * turns, lat];
  });
  if (turns === 0) return flat;
  return [...flat, [flat.at(-1)[0], -90], [flat[0][0], -90], flat[0]];
}

/** A closed ring with each corner cut at a quarter of its two sides (Chaikin 1974). */
export function rounded(ring) {
  const cut = [];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    cut.push([0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by]);
    cut.push([0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by]);
  }
  return [...cut, cut[0]];
}

export const polygon = (coordinates) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates },
});

export const rectangle = ([west, south, east, north]) =>
  polygon([
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);

export const collection = (features) => ({ type: 'FeatureCollection', features });
