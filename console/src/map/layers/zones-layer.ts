import type { ExpressionSpecification } from 'maplibre-gl';
import type { Zone } from '../../api/types';
import { verticalLimits } from '../../text/format';
import { COLOURS, FONT, RESTRICTION_COLOURS } from '../colours';
import { labelPoint } from '../label-point';
import { collection, feature, point, SELECTS, type PictureLayer } from '../layer';

const COLOUR: ExpressionSpecification = ['get', 'colour'];

/** Zones in the colour of their restriction, named where there is room. */
export const zonesLayer: PictureLayer = {
  sourceNames: ['zones', 'zone-labels'],
  layers: [
    {
      id: 'zones-fill',
      type: 'fill',
      source: 'zones',
      paint: { 'fill-color': COLOUR, 'fill-opacity': ['case', ['get', 'selected'], 0.24, 0.12] },
    },
    {
      id: 'zones-glow',
      type: 'line',
      source: 'zones',
      paint: { 'line-color': COLOUR, 'line-width': 6, 'line-opacity': 0.14, 'line-blur': 4 },
    },
    {
      id: 'zones-outline',
      type: 'line',
      source: 'zones',
      paint: {
        'line-color': COLOUR,
        'line-width': ['case', ['get', 'selected'], 2.5, 1.3],
        'line-opacity': 0.9,
      },
    },
    {
      id: 'zones-labels',
      type: 'symbol',
      source: 'zone-labels',
      minzoom: 7,
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['get', 'name'],
          10.5,
          ['format', ['get', 'name'], {}, '\n', {}, ['get', 'limits'], { 'font-scale': 0.85 }],
        ],
        'text-font': FONT,
        'text-size': 12,
        'text-max-width': 14,
      },
      paint: { 'text-color': COLOUR, 'text-halo-color': COLOURS.halo, 'text-halo-width': 1.5 },
    },
  ],
  inputs: ({ zones, selection }) => [zones.items, selection],
  draw: ({ zones, selection }) => ({
    zones: collection(
      zones.items.map((zone) =>
        feature(zone.geometry, {
          [SELECTS]: zone.id,
          colour: colourOf(zone),
          selected: selection?.kind === 'zone' && selection.id === zone.id,
        }),
      ),
    ),
    'zone-labels': collection(
      zones.items.map((zone) =>
        feature(point(labelPoint(zone.geometry)), {
          colour: colourOf(zone),
          name: zone.properties.name,
          limits: verticalLimits(zone.properties),
        }),
      ),
    ),
  }),
  selects: { layers: ['zones-fill'], kind: 'zone' },
};

function colourOf({ properties: { restriction } }: Zone): string {
  return RESTRICTION_COLOURS[restriction];
}
