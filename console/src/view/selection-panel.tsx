import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Track, Zone } from '../api/types';
import type { Picture } from '../stores/picture';
import { elapsed, RESTRICTION_NAMES, shortName, verticalLimits, words } from '../text/format';
import { fieldsOf, type FieldGroup } from '../text/track-fields';
import { useNowMs } from './hooks';

interface Props {
  readonly picture: Picture;
  readonly showsOperator: boolean;
  readonly onClose: () => void;
}

/** Everything known about the selected drone or zone. */
export function SelectionPanel({ picture, showsOperator, onClose }: Props): JSX.Element | null {
  const { selection, tracks, zones } = picture;
  useEscape(onClose);
  if (selection === undefined) return null;
  if (selection.kind === 'zone') {
    const zone = zones.shown;
    return zone?.id === selection.id ? <ZonePanel zone={zone} onClose={onClose} /> : null;
  }
  const track = tracks.byId.get(selection.id)?.track;
  if (track === undefined) return <GonePanel onClose={onClose} />;
  return <TrackPanel track={track} showsOperator={showsOperator} onClose={onClose} />;
}

interface TrackPanelProps {
  readonly track: Track;
  readonly showsOperator: boolean;
  readonly onClose: () => void;
}

function TrackPanel({ track, showsOperator, onClose }: TrackPanelProps): JSX.Element {
  const age = elapsed(useNowMs() - Date.parse(track.lastSeenAt));
  const status = track.status === 'live' ? `Live, heard ${age} ago` : `Lost, last heard ${age} ago`;
  return (
    <Panel title={`Drone ${shortName(track)}`} subtitle={status} onClose={onClose}>
      {fieldsOf(track, showsOperator).map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </Panel>
  );
}

function GonePanel({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Panel title="Drone" subtitle="No longer in the picture" onClose={onClose}>
      <p class="empty">This drone has not been heard of for some time.</p>
    </Panel>
  );
}

function ZonePanel({ zone, onClose }: { zone: Zone; onClose: () => void }): JSX.Element {
  const { name, restriction, identifier, reason, message } = zone.properties;
  const fields = [
    { label: 'Height limits', value: verticalLimits(zone.properties) },
    { label: 'Identifier', value: identifier },
    { label: 'Reason', value: reason === undefined ? undefined : words(reason) },
    { label: 'Message', value: message },
  ];
  return (
    <Panel title={name} subtitle={RESTRICTION_NAMES[restriction]} onClose={onClose}>
      <Group group={{ title: 'Zone', fields }} />
    </Panel>
  );
}

interface PanelProps {
  readonly title: string;
  readonly subtitle: string;
  readonly onClose: () => void;
  readonly children: JSX.Element | JSX.Element[];
}

function Panel({ title, subtitle, onClose, children }: PanelProps): JSX.Element {
  return (
    <section class="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p>{subtitle}</p>
        <button type="button" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </section>
  );
}

function Group({ group }: { readonly group: FieldGroup }): JSX.Element {
  return (
    <>
      <h3>{group.title}</h3>
      <dl>
        {group.fields.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={value === undefined ? 'unknown' : ''}>{value ?? 'unknown'}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onEscape();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onEscape]);
}
