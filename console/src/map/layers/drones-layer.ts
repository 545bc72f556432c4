import type { Feature } from 'geojson';
import type { Alert, Track } from '../../api/types';
import { worstByTrack } from '../../stores/alerts';
import { labelHeight, shortName } from '../../text/format';
import { COLOURS, FONT } from '../colours';
import { collection, feature, point, SELECTS, type PictureLayer } from '../layer';
import { symbolName } from '../symbols';
import { TONE_COLOURS, toneOf } from '../tone';

/** Every drone at its last position, pointing along its course, with a short data block. */
export const dronesLayer: PictureLayer = {
  sourceNames: ['drones'],
  layers: [
    {
      id: 'drone-rings',
      type: 'circle',
      source: 'drones',
      filter: ['any', ['get', 'alerted'], ['get', 'selected']],
      paint: {
        'circle-radius': 19,
        'circle-color': ['get', 'colour'],
        'circle-opacity': ['case', ['get', 'alerted'], 0.16, 0],
        'circle-stroke-width': ['case', ['get', 'selected'], 1.8, 1],
        'circle-stroke-color': ['case', ['get', 'selected'], COLOURS.selected, ['get', 'colour']],
        'circle-stroke-opacity': 0.9,
      },
    },
    {
      id: 'drone-symbols',
      type: 'symbol',
      source: 'drones',
      layout: {
        'icon-image': ['get', 'symbol'],
        'icon-rotate': ['get', 'course'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'drone-labels',
      type: 'symbol',
      source: 'drones',
      layout: {
        'text-field': [
          'format',
          ['get', 'name'],
          {},
          '\n',
          {},
          ['get', 'figures'],
          { 'font-scale': 0.88 },
        ],
        'text-font': FONT,
        'text-size': 12,
        'text-anchor': 'left',
        'text-justify': 'left',
        'text-offset': [1.9, 0],
        'text-max-width': 30,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: {
        'text-color': ['get', 'colour'],
        'text-halo-color': COLOURS.halo,
        'text-halo-width': 1.6,
      },
    },
  ],
  inputs: ({ tracks, alerts, selection }) => [tracks.byId, alerts.byId, selection],
  draw: ({ tracks, alerts, selection }) => {
    const worst = worstByTrack(alerts);
    const drones = [...tracks.byId.values()].flatMap(({ track }) =>
      droneOf(track, worst.get(track.id), selection?.id === track.id),
    );
    return { drones: collection(drones) };
  },
  selects: {
    layers: ['drone-symbols', 'drone-rings', 'drone-labels'],
    kind: 'track',
    property: SELECTS,
  },
};

function droneOf(track: Track, alert: Alert | undefined, selected: boolean): Feature[] {
  if (track.position === undefined) return [];
  const tone = toneOf(track, alert);
  const alerted = alert !== undefined;
  const properties = {
    [SELECTS]: track.id,
    name: shortName(track),
    figures: figuresOf(track),
    symbol: symbolName(tone, track.courseDeg !== undefined),
    course: track.courseDeg ?? 0,
    colour: TONE_COLOURS[tone],
    alerted,
    selected,
    order: selected ? 0 : alerted ? 1 : 2,
  };
  return [feature(point(track.position), properties)];
}

function figuresOf(track: Track): string {
  const { speedMps, status } = track;
  const motion = speedMps === undefined ? 'speed ?' : `${Math.round(speedMps)} m/s`;
  return status === 'lost' ? 'lost' : `${labelHeight(track)}  ${motion}`;
}
