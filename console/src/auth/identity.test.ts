import { expect, it } from 'vitest';
import { identityOf, mayAcknowledge, maySeeOperator } from './identity';

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
  ['viewer', false, false],
  ['duty-officer', true, false],
  ['investigator', true, true],
  ['agency-admin', true, false],
  ['auditor', false, false],
])('offers a %s what the role allows', (role, acknowledges, seesOperator) => {
  const identity = { name: 'x', agency: 'y', roles: [role] };
  expect(mayAcknowledge(identity)).toBe(acknowledges);
  expect(maySeeOperator(identity)).toBe(seesOperator);
});
