/** State of one live connection to the system. */
export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly reason: string; readonly retryAtMs: number }
  | { readonly kind: 'refused'; readonly reason: string };

export type LinkName = 'tracks' | 'alerts';

export type LinksState = Readonly<Record<LinkName, Link>>;

export interface LinksAction {
  readonly type: 'links/changed';
  readonly name: LinkName;
  readonly link: Link;
}

export const noLinks: LinksState = {
  tracks: { kind: 'connecting' },
  alerts: { kind: 'connecting' },
};

export function linksReducer(state: LinksState, { name, link }: LinksAction): LinksState {
  return { ...state, [name]: link };
}

const BADNESS: Readonly<Record<Link['kind'], number>> = {
  live: 0,
  connecting: 1,
  waiting: 2,
  refused: 3,
};

/** The link in the worst state: what the operator must know about the picture as a whole. */
export function worstLink(links: LinksState): Link {
  const { tracks, alerts } = links;
  return BADNESS[alerts.kind] > BADNESS[tracks.kind] ? alerts : tracks;
}
