/** Who is signed in, as the claims of the access token say. */
export interface Identity {
  readonly name: string;
  readonly agency: string | undefined;
  readonly roles: readonly string[];
}

const MAY_ACKNOWLEDGE = ['duty-officer', 'investigator', 'agency-admin'];

export function mayAcknowledge({ roles }: Identity): boolean {
  return roles.some((role) => MAY_ACKNOWLEDGE.includes(role));
}

/** Only investigators are shown where the pilot stands. */
export function maySeeOperator({ roles }: Identity): boolean {
  return roles.includes('investigator');
}

const MAY_SEE_QUARANTINE = ['duty-officer', 'investigator', 'agency-admin'];
const MAY_SEARCH_BYTES = ['investigator', 'agency-admin'];

export function maySeeQuarantine({ roles }: Identity): boolean {
  return roles.some((role) => MAY_SEE_QUARANTINE.includes(role));
}

/** Refused bytes may hold the position of a pilot. */
export function maySearchBytes({ roles }: Identity): boolean {
  return roles.some((role) => MAY_SEARCH_BYTES.includes(role));
}

export function mayResubmit({ roles }: Identity): boolean {
  return roles.includes('agency-admin');
}

/**
 * Reads the claims of a JWT (RFC 7519) without verifying it: the services do that. They decide here
 * only what is offered, never what is allowed. An opaque token yields an identity without roles.
 */
export function identityOf(accessToken: string): Identity {
  const claims = claimsOf(accessToken);
  return {
    name: text(claims['preferred_username']) ?? text(claims['sub']) ?? 'unknown user',
    agency: text(claims['agency']),
    roles: Array.isArray(claims['roles'])
      ? claims['roles'].filter((r) => typeof r === 'string')
      : [],
  };
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
