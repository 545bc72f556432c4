import { alertsReducer, noAlerts, type AlertsAction, type AlertsState } from './alerts';
import { linksReducer, noLinks, type LinksAction, type LinksState } from './links';
import { noNotices, noticesReducer, type NoticesAction, type NoticesState } from './notices';
import { Store } from './store';
import { noTracks, tracksReducer, type TracksAction, type TracksState } from './tracks';
import { noZones, zonesReducer, type ZonesAction, type ZonesState } from './zones';

/** What the operator has chosen to look at. */
export type Selection = { readonly kind: 'track' | 'zone'; readonly id: string } | undefined;

interface SelectionAction {
  readonly type: 'selection/changed';
  readonly selection: Selection;
}

/** The whole air picture: everything the page shows follows from this value. */
export interface Picture {
  readonly tracks: TracksState;
  readonly alerts: AlertsState;
  readonly zones: ZonesState;
  readonly links: LinksState;
  readonly notices: NoticesState;
  readonly selection: Selection;
}

export type PictureAction =
  TracksAction | AlertsAction | ZonesAction | LinksAction | NoticesAction | SelectionAction;

export type PictureStore = Store<Picture, PictureAction>;

export const emptyPicture: Picture = {
  tracks: noTracks,
  alerts: noAlerts,
  zones: noZones,
  links: noLinks,
  notices: noNotices,
  selection: undefined,
};

export function pictureReducer(picture: Picture, action: PictureAction): Picture {
  switch (action.type) {
    case 'tracks/opened':
    case 'tracks/received':
    case 'tracks/listed':
    case 'tracks/history':
    case 'tracks/aged':
      return changed(picture, { tracks: tracksReducer(picture.tracks, action) });
    case 'alerts/opened':
    case 'alerts/received':
    case 'alerts/listed':
    case 'alerts/acknowledging':
    case 'alerts/acknowledged':
      return changed(picture, { alerts: alertsReducer(picture.alerts, action) });
    case 'zones/found':
    case 'zones/shown':
      return changed(picture, { zones: zonesReducer(picture.zones, action) });
    case 'links/changed':
      return changed(picture, { links: linksReducer(picture.links, action) });
    case 'notices/raised':
    case 'notices/cleared':
      return changed(picture, { notices: noticesReducer(picture.notices, action) });
    case 'selection/changed':
      return { ...picture, selection: action.selection };
  }
}

export function createPictureStore(): PictureStore {
  return new Store(emptyPicture, pictureReducer);
}

function changed(picture: Picture, part: Partial<Picture>): Picture {
  const keys = Object.keys(part) as (keyof Picture)[];
  return keys.every((key) => picture[key] === part[key]) ? picture : { ...picture, ...part };
}
