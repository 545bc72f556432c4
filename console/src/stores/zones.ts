import type { Zone, ZoneTiles } from '../api/types';

/** The zones themselves are in the tiles of the map; here is what is known of them all. */
export interface ZonesState {
  readonly tiles: ZoneTiles | undefined;
  /** The zone whose details were fetched last. */
  readonly shown: Zone | undefined;
}

export type ZonesAction =
  | { readonly type: 'zones/found'; readonly tiles: ZoneTiles }
  | { readonly type: 'zones/shown'; readonly zone: Zone };

export const noZones: ZonesState = { tiles: undefined, shown: undefined };

/** Unchanged tiles keep the state, so that the map does not fetch them again. */
export function zonesReducer(state: ZonesState, action: ZonesAction): ZonesState {
  switch (action.type) {
    case 'zones/found':
      return action.tiles.version === state.tiles?.version
        ? state
        : { ...state, tiles: action.tiles };
    case 'zones/shown':
      return { ...state, shown: action.zone };
  }
}
