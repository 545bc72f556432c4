import type { Feature } from 'geojson';
import { collection, feature, point, type PictureLayer } from '../layer';
import { COLOURS } from '../colours';
import type { Track } from '../../api/types';

/** Where pilots stand, joined to their drones by a line. Empty unless the role may see it. */
export const operatorsLayer: PictureLayer = {
  sourceNames: ['operators'],
  layers: [
    {
      id: 'operator-lines',
      type: 'line',
      source: 'operators',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: {
        'line-color': COLOURS.operator,
        'line-width': 1,
        'line-opacity': 0.7,
        'line-dasharray': [2, 3],
      },
    },
    {
      id: 'operator-points',
      type: 'circle',
      source: 'operators',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': COLOURS.water,
        'circle-stroke-color': COLOURS.operator,
        'circle-stroke-width': 2,
      },
    },
  ],
  inputs: ({ tracks }) => [tracks.byId],
  draw: ({ tracks }) => ({
    operators: collection([...tracks.byId.values()].flatMap(({ track }) => operatorOf(track))),
  }),
};

function operatorOf({ position, operatorPosition }: Track): Feature[] {
  if (operatorPosition === undefined) return [];
  const pilot = feature(point(operatorPosition));
  if (position === undefined) return [pilot];
  const coordinates = [operatorPosition, position].map(({ lon, lat }) => [lon, lat]);
  return [pilot, feature({ type: 'LineString', coordinates })];
}
