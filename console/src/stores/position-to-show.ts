import type { Position } from '../api/types';
import type { Picture } from './picture';

/** Where to look for a drone: where it is now, else where its alert saw it last. */
export function positionToShow(
  { tracks, alerts }: Picture,
  trackId: string,
  alertId: string | undefined,
): Position | undefined {
  const alert = alertId === undefined ? undefined : alerts.byId.get(alertId)?.alert;
  return tracks.byId.get(trackId)?.track.position ?? alert?.lastPosition ?? alert?.position;
}
