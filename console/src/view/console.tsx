import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { ApiClient } from '../api/client';
import { mayAcknowledge, maySeeOperator, type Identity } from '../auth/identity';
import type { Session } from '../auth/session';
import { LiveFeed } from '../live/live-feed';
import { acknowledge } from '../live/acknowledge';
import type { AirMap } from '../map/air-map';
import { positionToShow } from '../stores/position-to-show';
import { countRaised } from '../stores/alerts';
import { createPictureStore, type Picture, type Selection } from '../stores/picture';
import { AlertAnnouncer } from './alert-announcer';
import { AlertList } from './alert-list';
import { DroneList } from './drone-list';
import { Header } from './header';
import { useStore, useTitle } from './hooks';
import { MapPane } from './map-pane';
import { Notices } from './notices';
import { SelectionPanel } from './selection-panel';

interface Props {
  readonly session: Session;
  readonly identity: Identity;
}

/** The air picture of a signed-in user. */
export function Console({ session, identity }: Props): JSX.Element {
  const api = useMemo(() => new ApiClient(session), [session]);
  const store = useMemo(createPictureStore, []);
  const picture = useStore(store);
  useTitle(store, titleOf);
  const map = useRef<AirMap | null>(null);

  useEffect(() => {
    const feed = new LiveFeed(api, store);
    feed.start();
    return () => feed.stop();
  }, [api, store]);

  const select = useCallback(
    (selection: Selection) => store.dispatch({ type: 'selection/changed', selection }),
    [store],
  );
  const goTo = useCallback(
    (trackId: string, alertId?: string) => {
      const position = positionToShow(store.state, trackId, alertId);
      if (position !== undefined) map.current?.flyTo(position);
      select({ kind: 'track', id: trackId });
    },
    [store, select],
  );
  const onAcknowledge = mayAcknowledge(identity)
    ? (alertId: string) => void acknowledge(api, store.dispatch, alertId)
    : undefined;

  return (
    <div class="console">
      <Header picture={picture} identity={identity} onSignOut={() => void session.signOut()} />
      <main class="stage">
        <MapPane mapRef={map} picture={picture} onSelect={select} />
        <Notices notices={picture.notices} onDismiss={store.dispatch} />
        <SelectionPanel
          picture={picture}
          showsOperator={maySeeOperator(identity)}
          onClose={() => select(undefined)}
        />
      </main>
      <aside class="side" aria-label="Alerts and drones">
        <AlertList picture={picture} onShow={goTo} onAcknowledge={onAcknowledge} />
        <DroneList picture={picture} onShow={goTo} />
      </aside>
      <AlertAnnouncer alerts={picture.alerts} />
    </div>
  );
}

function titleOf({ alerts }: Picture): string {
  const raised = countRaised(alerts);
  return raised === 0 ? 'Airwitness' : `(${raised}) Airwitness`;
}
