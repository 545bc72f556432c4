import type { MultiPolygon, Polygon, Position as Coordinate } from 'geojson';
import type { Position } from '../api/types';

/** Where to write the name of an area: the centroid of its largest outer ring. */
export function labelPoint(geometry: Polygon | MultiPolygon): Position {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map(([outer]) => centroid(outer ?? []));
  const largest = rings.reduce((a, b) => (Math.abs(b.area) > Math.abs(a.area) ? b : a));
  return { lat: largest.lat, lon: largest.lon };
}

/** Centroid of a ring by the shoelace formula, relative to its first corner to keep precision. */
function centroid(ring: Coordinate[]): Position & { area: number } {
  const [originLon = 0, originLat = 0] = ring[0] ?? [];
  let [twice, sumLon, sumLat] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = from(ring[i - 1], originLon, originLat);
    const [bx, by] = from(ring[i], originLon, originLat);
    const cross = ax * by - bx * ay;
    twice += cross;
    sumLon += (ax + bx) * cross;
    sumLat += (ay + by) * cross;
  }
  if (twice === 0) return { lon: originLon, lat: originLat, area: 0 };
  return {
    lon: originLon + sumLon / (3 * twice),
    lat: originLat + sumLat / (3 * twice),
    area: twice / 2,
  };
}

function from(at: Coordinate | undefined, lon: number, lat: number): [number, number] {
  const [x = lon, y = lat] = at ?? [];
  return [x - lon, y - lat];
}
