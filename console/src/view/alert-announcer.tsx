import type { JSX } from 'preact';
import { inWorkingOrder, type AlertsState } from '../stores/alerts';
import { shortName } from '../text/format';

/** Tells a screen reader about the newest alert nobody has acknowledged. */
export function AlertAnnouncer({ alerts }: { readonly alerts: AlertsState }): JSX.Element {
  const [first] = inWorkingOrder(alerts);
  const text =
    first?.state === 'raised' ? `Alert: drone ${shortName(first)} in ${first.zoneName}` : '';
  return (
    <p class="for-screen-readers" aria-live="assertive">
      {text}
    </p>
  );
}
