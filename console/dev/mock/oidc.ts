import { randomUUID } from 'node:crypto';

/** Just enough of an OpenID provider to sign in with a code and PKCE; nothing is verified. */
export class MockOidc {
  private readonly accounts = new Map<string, Account>();

  discovery(origin: string): object {
    return {
      issuer: `${origin}/oidc`,
      authorization_endpoint: `${origin}/oidc/authorize`,
      token_endpoint: `${origin}/oidc/token`,
      jwks_uri: `${origin}/oidc/jwks`,
      end_session_endpoint: `${origin}/oidc/endsession`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  loginPage(query: URLSearchParams): string {
    const hidden = [...query]
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${encodeURI(value)}">`)
      .join('');
    return `<!doctype html><title>Mock sign-in</title><form action="/oidc/login">${hidden}
      <label>User <input name="user" value="dana"></label>
      <label>Role <input name="role" value="duty-officer"></label>
      <button>Sign in</button></form>`;
  }

  /** The address to send the browser back to after the login page. */
  login(query: URLSearchParams): string {
    const code = randomUUID();
    const user = query.get('user') ?? 'dana';
    const clientId = query.get('client_id') ?? '';
    this.accounts.set(code, { user, clientId, role: query.get('role') ?? 'viewer' });
    const back = new URL(query.get('redirect_uri') ?? '/');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back.href;
  }

  token(origin: string, form: URLSearchParams): object | undefined {
    const account = this.accounts.get(form.get('code') ?? form.get('refresh_token') ?? '');
    if (account === undefined) return undefined;
    const refresh = randomUUID();
    this.accounts.set(refresh, account);
    const now = Math.floor(Date.now() / 1000);
    const standard = { iss: `${origin}/oidc`, sub: account.user, iat: now, exp: now + 3600 };
    const { user: preferred_username, clientId, role } = account;
    const claims = { ...standard, preferred_username, agency: 'oslo-police', roles: [role] };
    return {
      token_type: 'Bearer',
      access_token: unsignedJwt({ ...claims, aud: 'airwitness' }),
      id_token: unsignedJwt({ ...claims, aud: clientId }),
      refresh_token: refresh,
      expires_in: 3600,
    };
  }
}

interface Account {
  readonly user: string;
  readonly role: string;
  readonly clientId: string;
}

function unsignedJwt(claims: object): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
}
