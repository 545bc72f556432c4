import type { JSX } from 'preact';
import type { QuarantineEntry } from '../api/types';
import { utcDateTime, utcTime } from '../text/format';

interface Props {
  readonly entries: readonly QuarantineEntry[];
  readonly isBusy: boolean;
  /** Absent when the role does not allow it. */
  readonly onResubmit: ((id: string) => void) | undefined;
}

export function QuarantineTable({ entries, isBusy, onResubmit }: Props): JSX.Element | null {
  if (entries.length === 0) return null;
  return (
    <div class="table">
      <table>
        <thead>
          <tr>
            <th>Received, UTC</th>
            <th>Sensor</th>
            <th>Reason</th>
            <th>Detail</th>
            <th>Bytes</th>
            {onResubmit && <th>Action</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{utcDateTime(entry.receivedAt)}</td>
              <td>{entry.sensor}</td>
              <td>{entry.reason}</td>
              <td>
                {entry.detail}
                <small>{triedText(entry)}</small>
              </td>
              <td>{entry.payloadBytes}</td>
              {onResubmit && (
                <td>
                  <button
                    type="button"
                    disabled={isBusy}
                    onClick={() => onResubmit(entry.id)}
                    aria-label={`Re-submit: ${entry.reason} of ${entry.sensor}`}
                  >
                    Re-submit
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function triedText({ tries, firstReason, triedAt, triedBy }: QuarantineEntry): string {
  if (tries === 0) return '';
  const first = firstReason === undefined ? '' : `, first refused as ${firstReason}`;
  return ` Tried ${tries} times, last ${utcTime(triedAt ?? '')} by ${triedBy ?? 'unknown'}${first}`;
}
