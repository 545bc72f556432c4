import type { Zone } from '../api/types';

export interface ZonesState {
  readonly items: readonly Zone[];
  readonly isLoaded: boolean;
}

export interface ZonesAction {
  readonly type: 'zones/listed';
  readonly zones: readonly Zone[];
}

export const noZones: ZonesState = { items: [], isLoaded: false };

/** An unchanged listing keeps the state, so that the map does not draw every zone again. */
export function zonesReducer(state: ZonesState, { zones }: ZonesAction): ZonesState {
  const isSame = state.isLoaded && JSON.stringify(zones) === JSON.stringify(state.items);
  return isSame ? state : { items: zones, isLoaded: true };
}
