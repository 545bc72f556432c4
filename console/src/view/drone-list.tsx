import type { JSX } from 'preact';
import type { Track } from '../api/types';
import { worstByTrack } from '../stores/alerts';
import type { Picture } from '../stores/picture';
import { labelHeight, shortName } from '../text/format';
import { toneOf } from '../map/tone';

interface Props {
  readonly picture: Picture;
  readonly onShow: (trackId: string) => void;
}

const MOST_ROWS = 200;

/** All drones by name: an order that does not change under the hand that clicks. */
export function DroneList({ picture, onShow }: Props): JSX.Element {
  const worst = worstByTrack(picture.alerts);
  const all = [...picture.tracks.byId.values()].map(({ track }) => track).sort(byName);
  return (
    <section class="drones" aria-labelledby="drones-title">
      <h2 id="drones-title">
        Drones <span class="count">{all.filter(({ status }) => status === 'live').length}</span>
      </h2>
      {all.length === 0 && (
        <p class="empty">
          {picture.tracks.isLoaded ? 'No drones in the air.' : 'Loading drones …'}
        </p>
      )}
      <ul>
        {all.slice(0, MOST_ROWS).map((track) => (
          <li key={track.id}>
            <button
              type="button"
              class={`drone tone-${toneOf(track, worst.get(track.id))}`}
              aria-pressed={picture.selection?.id === track.id}
              onClick={() => onShow(track.id)}
            >
              <b>{shortName(track)}</b>
              <span>{labelHeight(track)}</span>
              <span>{speedOf(track)}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > MOST_ROWS && <p class="empty">and {all.length - MOST_ROWS} more on the map</p>}
    </section>
  );
}

function byName(a: Track, b: Track): number {
  return a.droneId.localeCompare(b.droneId);
}

function speedOf({ status, speedMps, position }: Track): string {
  if (status === 'lost') return 'lost';
  if (position === undefined) return 'no position';
  return speedMps === undefined ? 'speed ?' : `${Math.round(speedMps)} m/s`;
}
