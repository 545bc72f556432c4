import type { JSX } from 'preact';
import type { Alert } from '../api/types';
import { elapsed, RESTRICTION_NAMES, shortName, utcTime, words } from '../text/format';

interface Props {
  readonly alert: Alert;
  readonly nowMs: number;
  readonly isSelected: boolean;
  readonly isAcknowledging: boolean;
  readonly onShow: () => void;
  readonly onAcknowledge: (() => void) | undefined;
}

export function AlertCard(props: Props): JSX.Element {
  const { alert, nowMs, isSelected, onShow } = props;
  const classes = ['alert', alert.state, alert.severity, isSelected ? 'selected' : ''];
  return (
    <li class={classes.join(' ')}>
      <button type="button" class="alert-body" onClick={onShow} aria-pressed={isSelected}>
        <span class="alert-top">
          <strong>{alert.zoneName}</strong>
          <span class="state">{words(alert.state)}</span>
        </span>
        <span class="alert-line">
          Drone <b>{shortName(alert)}</b> · {RESTRICTION_NAMES[alert.restriction]}
        </span>
        <span class="alert-line muted">{timeOf(alert, nowMs)}</span>
        {alert.verticalVerdict === 'UNKNOWN' && (
          <span class="alert-line muted">Height unknown: may be above or below the zone</span>
        )}
        {alert.acknowledgedAt !== undefined && (
          <span class="alert-line muted">{acknowledgementOf(alert)}</span>
        )}
      </button>
      {alert.state === 'raised' && <Acknowledge {...props} />}
    </li>
  );
}

function Acknowledge({ alert, isAcknowledging, onAcknowledge }: Props): JSX.Element | null {
  if (onAcknowledge === undefined) return null;
  return (
    <button
      type="button"
      class="acknowledge"
      disabled={isAcknowledging}
      onClick={onAcknowledge}
      aria-label={`Acknowledge: ${alert.zoneName}, drone ${shortName(alert)}`}
    >
      {isAcknowledging ? 'Acknowledging …' : 'Acknowledge'}
    </button>
  );
}

function timeOf({ raisedAt, resolvedAt, resolveReason }: Alert, nowMs: number): string {
  if (resolvedAt === undefined) {
    return `Since ${utcTime(raisedAt)} UTC (${elapsed(nowMs - Date.parse(raisedAt))})`;
  }
  const reason = resolveReason === undefined ? '' : `, ${RESOLVE_REASONS[resolveReason]}`;
  return `${utcTime(raisedAt)} to ${utcTime(resolvedAt)} UTC${reason}`;
}

const RESOLVE_REASONS: Readonly<Record<NonNullable<Alert['resolveReason']>, string>> = {
  LEFT: 'left the zone',
  TRACK_LOST: 'drone lost',
  ZONE_REMOVED: 'zone removed',
  ZONE_CHANGED: 'zone changed',
  ZONE_INACTIVE: 'zone no longer active',
};

function acknowledgementOf({ acknowledgedAt, acknowledgedBy, acknowledgeNote }: Alert): string {
  const by = acknowledgedBy === undefined ? '' : ` by ${acknowledgedBy}`;
  const note = acknowledgeNote === undefined ? '' : `: ${acknowledgeNote}`;
  return `Acknowledged ${utcTime(acknowledgedAt ?? '')} UTC${by}${note}`;
}
