import type { JSX } from 'preact';
import type { Alert } from '../api/types';
import { countRaised, inWorkingOrder } from '../stores/alerts';
import type { Picture } from '../stores/picture';
import { AlertCard } from './alert-card';
import { useNowMs } from './hooks';

interface Props {
  readonly picture: Picture;
  readonly onShow: (trackId: string, alertId: string) => void;
  /** Absent when the role does not allow it. */
  readonly onAcknowledge: ((alertId: string) => void) | undefined;
}

export function AlertList({ picture, onShow, onAcknowledge }: Props): JSX.Element {
  const nowMs = useNowMs();
  const alerts = inWorkingOrder(picture.alerts);
  const raised = countRaised(picture.alerts);
  const cardOf = (alert: Alert): JSX.Element => (
    <AlertCard
      key={alert.id}
      alert={alert}
      nowMs={nowMs}
      isSelected={picture.selection?.id === alert.trackId}
      isAcknowledging={picture.alerts.acknowledging.has(alert.id)}
      onShow={() => onShow(alert.trackId, alert.id)}
      onAcknowledge={onAcknowledge && (() => onAcknowledge(alert.id))}
    />
  );
  return (
    <section class="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">
        Alerts <span class={raised > 0 ? 'count count-raised' : 'count'}>{raised}</span>
      </h2>
      {alerts.length === 0 && (
        <p class="empty">{picture.alerts.isLoaded ? 'No alerts.' : 'Loading alerts …'}</p>
      )}
      <ul>{alerts.map(cardOf)}</ul>
    </section>
  );
}
