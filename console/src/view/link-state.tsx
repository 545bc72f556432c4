import type { JSX } from 'preact';
import { worstLink, type Link, type LinksState } from '../stores/links';

interface Props {
  readonly links: LinksState;
  readonly nowMs: number;
}

/** Whether what the page shows is the present. */
export function LinkState({ links, nowMs }: Props): JSX.Element {
  const link = worstLink(links);
  return (
    <p class={`link link-${link.kind}`} role="status" title={reasonOf(link)}>
      {textOf(link, nowMs)}
    </p>
  );
}

function textOf(link: Link, nowMs: number): string {
  switch (link.kind) {
    case 'live':
      return 'Live';
    case 'connecting':
      return 'Connecting …';
    case 'refused':
      return `No access: ${link.reason}`;
    case 'waiting': {
      const seconds = Math.ceil((link.retryAtMs - nowMs) / 1000);
      return seconds > 0 ? `Not live. Reconnecting in ${seconds} s` : 'Not live. Reconnecting …';
    }
  }
}

function reasonOf(link: Link): string | undefined {
  return link.kind === 'waiting' ? link.reason : undefined;
}
