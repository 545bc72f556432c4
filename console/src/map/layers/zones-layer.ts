import type { ExpressionSpecification } from 'maplibre-gl';
import { COLOURS, FONT, RESTRICTION_COLOURS } from '../colours';
import type { Selectable, StaticLayer } from '../layer';

/** The source of the tiles; its features have the ids of zones. */
export const ZONES = 'zones';

/** The zones of the agency as the system draws them, so that ten thousand cost no more than ten. */
export const ZONE_TILES = `${location.origin}/api/v1/zones/tiles/{z}/{x}/{y}.mvt`;

const COLOUR: ExpressionSpecification = [
  'match',
  ['get', 'restriction'],
  ...(Object.entries(RESTRICTION_COLOURS).flat() as [string, string]),
  RESTRICTION_COLOURS.CONDITIONAL,
];
const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const LIMITS: ExpressionSpecification = [
  'case',
  ['any', ['has', 'lowerM'], ['has', 'upperM']],
  ['concat', limit('lower', 'ground'), ' to ', limit('upper', 'unlimited')],
  'no vertical limits given',
];

/** Zones in the colour of their restriction, named where there is room. */
export const zonesLayer: StaticLayer & { readonly selects: Selectable } = {
  sources: {
    [ZONES]: { type: 'vector', tiles: [ZONE_TILES], maxzoom: 16, promoteId: 'id' },
  },
  layers: [
    {
      id: 'zones-fill',
      type: 'fill',
      source: ZONES,
      'source-layer': 'zones',
      paint: { 'fill-color': COLOUR, 'fill-opacity': ['case', SELECTED, 0.24, 0.12] },
    },
    {
      id: 'zones-glow',
      type: 'line',
      source: ZONES,
      'source-layer': 'zones',
      paint: { 'line-color': COLOUR, 'line-width': 6, 'line-opacity': 0.14, 'line-blur': 4 },
    },
    {
      id: 'zones-outline',
      type: 'line',
      source: ZONES,
      'source-layer': 'zones',
      paint: {
        'line-color': COLOUR,
        'line-width': ['case', SELECTED, 2.5, 1.3],
        'line-opacity': 0.9,
      },
    },
    {
      id: 'zones-labels',
      type: 'symbol',
      source: ZONES,
      'source-layer': 'labels',
      minzoom: 7,
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['get', 'name'],
          10.5,
          ['format', ['get', 'name'], {}, '\n', {}, LIMITS, { 'font-scale': 0.85 }],
        ],
        'text-font': FONT,
        'text-size': 12,
        'text-max-width': 14,
      },
      paint: { 'text-color': COLOUR, 'text-halo-color': COLOURS.halo, 'text-halo-width': 1.5 },
    },
  ],
  selects: { layers: ['zones-fill'], kind: 'zone', property: 'id' },
};

/** One limit as the panel writes it too. */
function limit(side: 'lower' | 'upper', absent: string): ExpressionSpecification {
  return [
    'case',
    ['has', `${side}M`],
    [
      'concat',
      ['to-string', ['round', ['get', `${side}M`]]],
      ' m ',
      ['coalesce', ['get', `${side}Datum`], '(datum unknown)'],
    ],
    absent,
  ];
}
