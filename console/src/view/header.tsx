import type { JSX } from 'preact';
import type { Identity } from '../auth/identity';
import type { Picture } from '../stores/picture';
import { utcTime, words } from '../text/format';
import { useNowMs } from './hooks';
import { LinkState } from './link-state';
import { Mark } from './mark';

interface Props {
  readonly picture: Picture;
  readonly identity: Identity;
  /** Absent when the role does not allow it. */
  readonly onQuarantine: (() => void) | undefined;
  readonly onSignOut: () => void;
}

export function Header({ picture, identity, onQuarantine, onSignOut }: Props): JSX.Element {
  const nowMs = useNowMs();
  return (
    <header class="bar">
      <div class="brand">
        <Mark />
        <h1>Airwitness</h1>
        <span class="agency">{identity.agency ?? 'no agency'}</span>
      </div>
      <LinkState links={picture.links} nowMs={nowMs} />
      <time class="clock" aria-label="Time in UTC">
        {utcTime(nowMs)} <small>UTC</small>
      </time>
      <div class="user">
        <span>
          {identity.name}
          <small>{identity.roles.map(words).join(', ') || 'no role'}</small>
        </span>
        {onQuarantine && (
          <button type="button" onClick={onQuarantine}>
            Quarantine
          </button>
        )}
        <button type="button" onClick={onSignOut}>
          Sign out
        </button>
      </div>
    </header>
  );
}
