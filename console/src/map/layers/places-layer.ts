import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { COLOURS, FONT } from '../colours';
import { collection, feature } from '../layer';

type Place = readonly [name: string, lon: number, lat: number, population: number];

/** Names of cities and towns, more of them the closer one looks; the most populous win the space. */
export const placesLayers: LayerSpecification[] = [
  {
    id: 'places',
    type: 'symbol',
    source: 'places',
    filter: ['>=', ['get', 'population'], minimumPopulation()],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['get', 'population'], 1e3, 10, 1e5, 12, 1e6, 14],
      'symbol-sort-key': ['get', 'order'],
      'text-padding': 6,
      'text-max-width': 8,
    },
    paint: {
      'text-color': COLOURS.place,
      'text-halo-color': COLOURS.halo,
      'text-halo-width': 1.2,
    },
  },
];

function minimumPopulation(): ExpressionSpecification {
  return ['step', ['zoom'], 3e6, 4, 8e5, 5, 2e5, 6, 8e4, 7, 2e4, 8, 6e3, 9, 1e3, 10.5, 0];
}

/** The places that the build wrote (see `basemap/places.mjs`). */
export async function fetchPlaces(): Promise<FeatureCollection> {
  const response = await fetch('/basemap/places.json');
  if (!response.ok) throw new Error(`places.json: status ${response.status}`);
  const places = (await response.json()) as Place[];
  return collection(
    places.map(([name, lon, lat, population], order) =>
      feature({ type: 'Point', coordinates: [lon, lat] }, { name, population, order }),
    ),
  );
}
