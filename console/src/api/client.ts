import { ApiError, readProblem } from './problem';
import type {
  Alert,
  HistoryPoint,
  Page,
  QuarantineEntry,
  QuarantineQuery,
  Resubmission,
  Track,
  Zone,
  ZoneTiles,
} from './types';

/** Where requests get the bearer token of the signed-in user, and tell that it was refused. */
export interface Credentials {
  token(): string | undefined;
  refused(): void;
}

const PAGE_LIMIT = 500;
/** Bounds how much one listing may fetch: 20,000 items. */
const MOST_PAGES = 40;

/** The REST API of one Airwitness system as seen by one signed-in user. */
export class ApiClient {
  private readonly credentials: Credentials;

  constructor(credentials: Credentials) {
    this.credentials = credentials;
  }

  listLiveTracks(signal?: AbortSignal): Promise<Track[]> {
    return this.listAll<Track>('/tracks', { status: 'live' }, signal);
  }

  /** Version and extent of the tiles that the map draws the zones from. */
  async findZoneTiles(signal?: AbortSignal): Promise<ZoneTiles> {
    const response = await this.request('/zones/tiles', signal ? { signal } : {});
    const { bounds } = (await response.json()) as Pick<ZoneTiles, 'bounds'>;
    const version = response.headers.get('ETag') ?? '';
    return bounds === undefined ? { version } : { version, bounds };
  }

  async getZone(id: string): Promise<Zone> {
    const response = await this.request(`/zones/${encodeURIComponent(id)}`);
    return (await response.json()) as Zone;
  }

  async listOpenAlerts(signal?: AbortSignal): Promise<Alert[]> {
    const listed = await Promise.all([
      this.listAll<Alert>('/alerts', { state: 'raised' }, signal),
      this.listAll<Alert>('/alerts', { state: 'acknowledged' }, signal),
    ]);
    return listed.flat();
  }

  listHistory(trackId: string, from: Date, signal?: AbortSignal): Promise<HistoryPoint[]> {
    const path = `/tracks/${encodeURIComponent(trackId)}/history`;
    return this.listAll<HistoryPoint>(path, { from: from.toISOString() }, signal);
  }

  async acknowledge(alertId: string): Promise<Alert> {
    const path = `/alerts/${encodeURIComponent(alertId)}/acknowledge`;
    const response = await this.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    return (await response.json()) as Alert;
  }

  /** One page of what is open in the quarantine, newest first. */
  async searchQuarantine(query: QuarantineQuery, after?: string): Promise<Page<QuarantineEntry>> {
    const response = await this.request(`/quarantine?${searchOf(query, after)}`);
    return (await response.json()) as Page<QuarantineEntry>;
  }

  async resubmit(entryId: string): Promise<Resubmission> {
    const path = `/quarantine/${encodeURIComponent(entryId)}/resubmit`;
    const response = await this.request(path, { method: 'POST' });
    return (await response.json()) as Resubmission;
  }

  /** Re-submits some of what a query finds, oldest first; `next` is where to go on. */
  async resubmitFound(query: QuarantineQuery, after?: string): Promise<Resubmission> {
    const path = `/quarantine/resubmit?${searchOf(query, after)}`;
    const response = await this.request(path, { method: 'POST' });
    return (await response.json()) as Resubmission;
  }

  /**
   * A successful response of `/api/v1{path}`.
   *
   * @throws ApiError with a readable message for every refusal and for an unreachable server
   */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${this.credentials.token() ?? ''}`);
    const response = await fetch(`/api/v1${path}`, { ...init, headers }).catch((cause: unknown) => {
      throw isAbort(cause) ? cause : ApiError.unreachable(cause);
    });
    if (response.status === 401) this.credentials.refused();
    if (!response.ok) throw await readProblem(response);
    return response;
  }

  private async listAll<T>(
    path: string,
    query: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<T[]> {
    const items: T[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const search = new URLSearchParams({ ...query, limit: String(PAGE_LIMIT) });
      if (after !== undefined) search.set('after', after);
      const response = await this.request(`${path}?${search}`, signal ? { signal } : {});
      const { items: more, next } = (await response.json()) as Page<T>;
      items.push(...more);
      if (next === undefined) break;
      after = next;
    }
    return items;
  }
}

function searchOf(query: QuarantineQuery, after: string | undefined): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, after })) {
    if (value !== undefined && value !== '') search.set(name, value);
  }
  return search;
}

export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}
