import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { messageOf } from '../api/problem';
import type { ConsoleConfig } from '../api/types';
import { Session, type SessionState } from '../auth/session';
import { Console } from './console';
import { SignIn } from './sign-in';

/** The page: sign-in until somebody is signed in, then the console. */
export function App(): JSX.Element {
  const [state, setState] = useState<SessionState>({ kind: 'starting' });
  const [session, setSession] = useState<Session>();
  useEffect(() => {
    startSession(setState).then(setSession, (cause: unknown) => {
      const reason = `The console cannot start: ${messageOf(cause)}`;
      setState({ kind: 'signed-out', reason });
    });
  }, []);
  const signIn = useMemo(() => session && (() => void session.signIn()), [session]);
  switch (state.kind) {
    case 'starting':
      return <p class="starting">Starting …</p>;
    case 'signed-out':
      return <SignIn reason={state.reason} onSignIn={signIn} />;
    case 'signed-in':
      if (session === undefined) return <p class="starting">Starting …</p>;
      return <Console session={session} identity={state.identity} />;
  }
}

async function startSession(changed: (state: SessionState) => void): Promise<Session> {
  const response = await fetch('/console/config.json');
  if (!response.ok) throw new Error(`its configuration answered with status ${response.status}`);
  const session = new Session((await response.json()) as ConsoleConfig, changed);
  await session.resume();
  return session;
}
