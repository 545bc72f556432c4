import type { JSX } from 'preact';
import type { NoticesAction, NoticesState } from '../stores/notices';

interface Props {
  readonly notices: NoticesState;
  readonly onDismiss: (action: NoticesAction) => void;
}

export function Notices({ notices, onDismiss }: Props): JSX.Element {
  return (
    <div role="alert">
      <ul class="notices">
        {[...notices].map(([source, message]) => (
          <li key={source}>
            <span>{message}</span>
            <button type="button" onClick={() => onDismiss({ type: 'notices/cleared', source })}>
              Dismiss
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
