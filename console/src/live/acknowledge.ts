import type { ApiClient } from '../api/client';
import { messageOf } from '../api/problem';
import type { PictureAction } from '../stores/picture';

/** Acknowledges one alert; a refusal becomes a notice. */
export async function acknowledge(
  api: ApiClient,
  dispatch: (action: PictureAction) => void,
  alertId: string,
): Promise<void> {
  const source = 'acknowledge';
  dispatch({ type: 'alerts/acknowledging', alertId });
  try {
    const alert = await api.acknowledge(alertId);
    dispatch({ type: 'alerts/acknowledged', alertId, alert });
    dispatch({ type: 'notices/cleared', source });
  } catch (cause) {
    const message = `The alert was not acknowledged: ${messageOf(cause)}`;
    dispatch({ type: 'alerts/acknowledged', alertId });
    dispatch({ type: 'notices/raised', source, message });
  }
}
