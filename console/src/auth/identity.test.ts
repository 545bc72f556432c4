import { expect, it } from 'vitest';
import {
  identityOf,
  mayAcknowledge,
  mayResubmit,
  maySearchBytes,
  maySeeOperator,
  maySeeQuarantine,
} from './identity';

function token(claims: object): string {
  return `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
}

it('reads name, agency and roles', () => {
  const claims = { sub: '1', preferred_username: 'Åse', agency: 'oslo-police', roles: ['viewer'] };
  expect(identityOf(token(claims))).toEqual({
    name: 'Åse',
    agency: 'oslo-police',
    roles: ['viewer'],
  });
});

it('takes an opaque token as somebody without roles', () => {
  expect(identityOf('opaque')).toEqual({ name: 'unknown user', agency: undefined, roles: [] });
});

it.each([
  ['viewer', false, false, false, false, false],
  ['duty-officer', true, false, true, false, false],
  ['investigator', true, true, true, true, false],
  ['agency-admin', true, false, true, true, true],
  ['auditor', false, false, false, false, false],
])('offers a %s what the role allows', (role, ...allowed) => {
  const identity = { name: 'x', agency: 'y', roles: [role] };
  expect([
    mayAcknowledge(identity),
    maySeeOperator(identity),
    maySeeQuarantine(identity),
    maySearchBytes(identity),
    mayResubmit(identity),
  ]).toEqual(allowed);
});
