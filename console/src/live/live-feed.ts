import { isAbort, type ApiClient } from '../api/client';
import { messageOf } from '../api/problem';
import type { ServerSentEvent } from '../api/sse';
import { EventStream, type StreamListener } from '../api/stream';
import type { Alert, Track } from '../api/types';
import type { LinkName } from '../stores/links';
import type { PictureStore } from '../stores/picture';
import { showZone } from './show-zone';
import { loadTrails } from './trail-loader';

const ZONES_EVERY_MS = 30_000;
const AGE_EVERY_MS = 5_000;

/** Keeps the picture in step with the system until it is stopped. */
export class LiveFeed {
  private readonly api: ApiClient;
  private readonly store: PictureStore;
  private readonly end = new AbortController();

  constructor(api: ApiClient, store: PictureStore) {
    this.api = api;
    this.store = store;
  }

  start(): void {
    const { signal } = this.end;
    void new EventStream(this.api, '/tracks/stream', this.tracksListener()).run(signal);
    void new EventStream(this.api, '/alerts/stream', this.alertsListener()).run(signal);
    this.every(ZONES_EVERY_MS, () => this.load('zones', signal, () => this.findZones(signal)));
    this.every(AGE_EVERY_MS, () => this.store.dispatch({ type: 'tracks/aged', nowMs: Date.now() }));
  }

  stop(): void {
    this.end.abort();
  }

  private tracksListener(): StreamListener {
    return {
      ...this.linkListener('tracks'),
      opened: (signal) => {
        this.opened('tracks');
        void this.load('tracks', signal, () => this.listTracks(signal));
      },
      received: (events) => {
        const tracks = payloads<Track>(events, 'track');
        this.store.dispatch({ type: 'tracks/received', tracks, nowMs: Date.now() });
      },
    };
  }

  private alertsListener(): StreamListener {
    return {
      ...this.linkListener('alerts'),
      opened: (signal) => {
        this.opened('alerts');
        void this.load('alerts', signal, () => this.listAlerts(signal));
      },
      received: (events) => {
        this.store.dispatch({ type: 'alerts/received', alerts: payloads<Alert>(events, 'alert') });
      },
    };
  }

  private opened(name: LinkName): void {
    this.store.dispatch({ type: 'links/changed', name, link: { kind: 'live' } });
    this.store.dispatch({ type: `${name}/opened` });
  }

  private linkListener(name: LinkName): Pick<StreamListener, 'interrupted' | 'refused'> {
    const change = this.store.dispatch;
    return {
      interrupted: (reason, retryAtMs) =>
        change({ type: 'links/changed', name, link: { kind: 'waiting', reason, retryAtMs } }),
      refused: (reason) =>
        change({ type: 'links/changed', name, link: { kind: 'refused', reason } }),
    };
  }

  private async listTracks(signal: AbortSignal): Promise<void> {
    const tracks = await this.api.listLiveTracks(signal);
    this.store.dispatch({ type: 'tracks/listed', tracks, nowMs: Date.now() });
    void this.load('trails', signal, () =>
      loadTrails(this.api, tracks, this.store.dispatch, signal),
    );
  }

  private async listAlerts(signal: AbortSignal): Promise<void> {
    const alerts = await this.api.listOpenAlerts(signal);
    this.store.dispatch({ type: 'alerts/listed', alerts });
  }

  /** When zones have changed, so may have the one that is shown. */
  private async findZones(signal: AbortSignal): Promise<void> {
    const before = this.store.state.zones.tiles;
    this.store.dispatch({ type: 'zones/found', tiles: await this.api.findZoneTiles(signal) });
    const { zones, selection } = this.store.state;
    if (before !== undefined && zones.tiles !== before && selection?.kind === 'zone') {
      await showZone(this.api, this.store.dispatch, selection.id);
    }
  }

  /** Runs one load; its failure becomes a notice that the next success clears. */
  private async load(source: string, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
    try {
      await run();
      this.store.dispatch({ type: 'notices/cleared', source });
    } catch (cause) {
      if (signal.aborted || isAbort(cause)) return;
      const message = `Could not load ${source}: ${messageOf(cause)}`;
      this.store.dispatch({ type: 'notices/raised', source, message });
    }
  }

  private every(ms: number, run: () => unknown): void {
    run();
    const timer = setInterval(run, ms);
    this.end.signal.addEventListener('abort', () => clearInterval(timer));
  }
}

function payloads<T>(events: readonly ServerSentEvent[], type: string): T[] {
  return events.filter((e) => e.type === type).map((e) => JSON.parse(e.data) as T);
}
