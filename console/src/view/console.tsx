import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ApiClient } from '../api/client';
import {
  mayAcknowledge,
  mayResubmit,
  maySearchBytes,
  maySeeOperator,
  maySeeQuarantine,
  type Identity,
} from '../auth/identity';
import type { Session } from '../auth/session';
import { LiveFeed } from '../live/live-feed';
import { acknowledge } from '../live/acknowledge';
import { choose } from '../live/show-zone';
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
import { Quarantine } from './quarantine';
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
  const [showsQuarantine, setShowsQuarantine] = useState(false);

  useEffect(() => {
    const feed = new LiveFeed(api, store);
    feed.start();
    return () => feed.stop();
  }, [api, store]);

  const select = useCallback(
    (selection: Selection) => choose(api, store.dispatch, selection),
    [api, store],
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
      <Header
        picture={picture}
        identity={identity}
        onQuarantine={maySeeQuarantine(identity) ? () => setShowsQuarantine(true) : undefined}
        onSignOut={() => void session.signOut()}
      />
      <main class="stage">
        <MapPane mapRef={map} credentials={session} picture={picture} onSelect={select} />
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
      {showsQuarantine && (
        <QuarantineOf api={api} identity={identity} onClose={() => setShowsQuarantine(false)} />
      )}
    </div>
  );
}

interface QuarantineProps {
  readonly api: ApiClient;
  readonly identity: Identity;
  readonly onClose: () => void;
}

function QuarantineOf({ api, identity, onClose }: QuarantineProps): JSX.Element {
  return (
    <Quarantine
      api={api}
      searchesBytes={maySearchBytes(identity)}
      resubmits={mayResubmit(identity)}
      onClose={onClose}
    />
  );
}

function titleOf({ alerts }: Picture): string {
  const raised = countRaised(alerts);
  return raised === 0 ? 'Airwitness' : `(${raised}) Airwitness`;
}
