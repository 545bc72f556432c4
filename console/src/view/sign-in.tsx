import type { JSX } from 'preact';
import { Mark } from './mark';

interface Props {
  readonly reason: string | undefined;
  /** Absent while the sign-in service is not known. */
  readonly onSignIn: (() => void) | undefined;
}

export function SignIn({ reason, onSignIn }: Props): JSX.Element {
  return (
    <main class="sign-in">
      <section>
        <Mark />
        <h1>Airwitness</h1>
        <p>The air picture of your agency. You are signed out.</p>
        {reason !== undefined && (
          <p class="problem" role="alert">
            {reason}
          </p>
        )}
        {onSignIn === undefined ? (
          <button type="button" class="primary" onClick={() => location.reload()}>
            Try again
          </button>
        ) : (
          <button type="button" class="primary" onClick={onSignIn}>
            Sign in
          </button>
        )}
      </section>
    </main>
  );
}
