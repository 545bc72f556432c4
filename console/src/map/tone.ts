import type { Alert, Track } from '../api/types';
import { COLOURS } from './colours';

/** How urgently a drone is drawn. */
export type Tone = 'drone' | 'major' | 'critical' | 'lost';

export const TONES: readonly Tone[] = ['drone', 'major', 'critical', 'lost'];

export const TONE_COLOURS: Readonly<Record<Tone, string>> = {
  drone: COLOURS.drone,
  major: COLOURS.major,
  critical: COLOURS.critical,
  lost: COLOURS.lost,
};

export function toneOf(track: Track, worstOpenAlert: Alert | undefined): Tone {
  if (worstOpenAlert !== undefined) return worstOpenAlert.severity;
  return track.status === 'lost' ? 'lost' : 'drone';
}
