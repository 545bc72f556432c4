import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { Credentials } from '../api/client';
import { messageOf } from '../api/problem';
import type { ConsoleConfig } from '../api/types';
import { identityOf, type Identity } from './identity';

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-out'; readonly reason?: string }
  | { readonly kind: 'signed-in'; readonly identity: Identity };

/**
 * The sign-in of this browser tab: OpenID Connect authorization code flow with PKCE (RFC 7636).
 * Tokens stay in session storage and are renewed before they expire.
 */
export class Session implements Credentials {
  private readonly users: UserManager;
  private readonly changed: (state: SessionState) => void;
  private user: User | undefined;
  private renewal: Promise<void> | undefined;

  constructor(config: ConsoleConfig, changed: (state: SessionState) => void) {
    this.changed = changed;
    this.users = new UserManager({
      authority: new URL(config.oidc.authority, location.origin).href,
      client_id: config.oidc.clientId,
      redirect_uri: `${location.origin}/`,
      post_logout_redirect_uri: `${location.origin}/`,
      scope: 'openid profile',
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: true,
    });
    this.users.events.addUserLoaded((user) => this.use(user));
    this.users.events.addAccessTokenExpired(() => void this.end('Your session has expired.'));
  }

  /** Completes a returning sign-in, or picks up the one this tab already has. */
  async resume(): Promise<void> {
    const answer = new URLSearchParams(location.search);
    if (!answer.has('state')) {
      this.adopt(await this.users.getUser());
      return;
    }
    try {
      this.adopt(await this.users.signinCallback());
    } catch (cause) {
      this.changed({ kind: 'signed-out', reason: `Sign-in failed: ${messageOf(cause)}` });
    } finally {
      history.replaceState(null, '', '/');
    }
  }

  async signIn(): Promise<void> {
    try {
      await this.users.signinRedirect();
    } catch (cause) {
      const reason = `The sign-in service cannot be reached: ${messageOf(cause)}`;
      this.changed({ kind: 'signed-out', reason });
    }
  }

  /** Ends the session here and, where the provider has an endpoint for it, there. */
  async signOut(): Promise<void> {
    const hasEndpoint = await this.users.metadataService
      .getEndSessionEndpoint()
      .catch(() => undefined);
    if (hasEndpoint === undefined) return this.end();
    await this.users.signoutRedirect().catch(() => this.end());
  }

  token(): string | undefined {
    return this.user?.access_token;
  }

  /** The server did not accept the token: try once to get a new one, else the session is over. */
  refused(): void {
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
  }

  private async renew(): Promise<void> {
    const renewed = await this.users.signinSilent().catch(() => null);
    if (renewed === null) await this.end('Your session has ended.');
  }

  private adopt(user: User | null | undefined): void {
    if (user && !user.expired) this.use(user);
    else this.changed({ kind: 'signed-out' });
  }

  private use(user: User): void {
    this.user = user;
    this.changed({ kind: 'signed-in', identity: identityOf(user.access_token) });
  }

  private async end(reason?: string): Promise<void> {
    this.user = undefined;
    await this.users.removeUser();
    this.changed({ kind: 'signed-out', ...(reason === undefined ? {} : { reason }) });
  }
}
