import type { LayerSpecification, VectorSourceSpecification } from 'maplibre-gl';
import extent from '../../../basemap/extent.json';
import { COLOURS } from '../colours';
import type { StaticLayer } from '../layer';

const CREDITS =
  'Coast © <a href="https://www.openstreetmap.org/copyright">OpenStreetMap contributors</a>, ' +
  'borders Natural Earth, places GeoNames';

/** Land, water and borders from the tiles that the build cuts (see `basemap/`). */
export const baseLayer: StaticLayer = {
  sources: { world: tiles('world'), detail: tiles('detail') },
  layers: [
    { id: 'water', type: 'background', paint: { 'background-color': COLOURS.water } },
    ...landOf('world'),
    {
      id: 'detail-sheet',
      type: 'fill',
      source: 'detail',
      'source-layer': 'sheet',
      minzoom: extent.detail.minZoom,
      paint: { 'fill-color': COLOURS.water, 'fill-antialias': false },
    },
    ...landOf('detail'),
  ],
};

function tiles(name: 'world' | 'detail'): VectorSourceSpecification {
  const { minZoom, maxZoom, range } = extent[name];
  return {
    type: 'vector',
    tiles: [`${location.origin}/basemap/tiles/{z}/{x}/{y}.pbf`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: boundsOf(range),
    attribution: CREDITS,
  };
}

function landOf(source: 'world' | 'detail'): LayerSpecification[] {
  const { minZoom: minzoom } = extent[source];
  return [
    {
      id: `${source}-land`,
      type: 'fill',
      source,
      'source-layer': 'land',
      minzoom,
      paint: { 'fill-color': COLOURS.land, 'fill-antialias': false },
    },
    {
      id: `${source}-shore`,
      type: 'line',
      source,
      'source-layer': 'land',
      minzoom,
      paint: {
        'line-color': COLOURS.shore,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 10, 1.2, 14, 1.8],
      },
    },
    {
      id: `${source}-borders`,
      type: 'line',
      source,
      'source-layer': 'borders',
      minzoom,
      paint: { 'line-color': COLOURS.border, 'line-width': 1, 'line-dasharray': [4, 2, 1, 2] },
    },
  ];
}

type Range = (typeof extent)['world']['range'];

function boundsOf({ z, minX, maxX, minY, maxY }: Range): [number, number, number, number] {
  return [lonOf(minX, z), latOf(maxY + 1, z), lonOf(maxX + 1, z), latOf(minY, z)];
}

function lonOf(x: number, z: number): number {
  return (x / 2 ** z) * 360 - 180;
}

function latOf(y: number, z: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
}
