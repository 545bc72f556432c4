import { runsOf } from '../../stores/trail';
import { collection, feature, type PictureLayer } from '../layer';
import { toneOf, TONE_COLOURS } from '../tone';
import { worstByTrack } from '../../stores/alerts';

/** Where each drone has been in the last minutes. Gaps in reception stay gaps. */
export const trailsLayer: PictureLayer = {
  sourceNames: ['trails'],
  layers: [
    {
      id: 'trails',
      type: 'line',
      source: 'trails',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.2, 14, 2.4],
        'line-opacity': ['case', ['get', 'selected'], 0.95, 0.5],
      },
    },
  ],
  inputs: ({ tracks, alerts, selection }) => [tracks.byId, alerts.byId, selection],
  draw: ({ tracks, alerts, selection }) => {
    const worst = worstByTrack(alerts);
    const lines = [...tracks.byId.values()].flatMap(({ track, trail }) =>
      runsOf(trail).map((run) =>
        feature(
          { type: 'LineString', coordinates: run.map(({ lon, lat }) => [lon, lat]) },
          {
            colour: TONE_COLOURS[toneOf(track, worst.get(track.id))],
            selected: selection?.id === track.id,
          },
        ),
      ),
    );
    return { trails: collection(lines) };
  },
};
