import type { ApiClient } from '../api/client';
import { messageOf } from '../api/problem';
import type { PictureAction, Selection } from '../stores/picture';

/** Changes the selection, and fetches what there is to show of it. */
export function choose(
  api: ApiClient,
  dispatch: (action: PictureAction) => void,
  selection: Selection,
): void {
  dispatch({ type: 'selection/changed', selection });
  if (selection?.kind === 'zone') void showZone(api, dispatch, selection.id);
}

/** Fetches the details of a zone that was chosen on the map; a failure becomes a notice. */
export async function showZone(
  api: ApiClient,
  dispatch: (action: PictureAction) => void,
  id: string,
): Promise<void> {
  const source = 'zone';
  try {
    dispatch({ type: 'zones/shown', zone: await api.getZone(id) });
    dispatch({ type: 'notices/cleared', source });
  } catch (cause) {
    const message = `Could not load the zone: ${messageOf(cause)}`;
    dispatch({ type: 'notices/raised', source, message });
  }
}
