import { expect, it } from 'vitest';
import { resubmissionText } from './resubmission';

const pass = { accepted: 0, duplicate: 0, quarantined: {}, remaining: 0 };

it('says what became of everything', () => {
  const passes = [
    { ...pass, accepted: 41, quarantined: { 'hex-invalid': 2, 'field-missing': 1 } },
    { ...pass, accepted: 1, duplicate: 3, quarantined: { 'hex-invalid': 1 } },
  ];
  expect(resubmissionText(passes)).toBe(
    '42 accepted, 3 known already, 4 refused again (field-missing, hex-invalid).',
  );
});

it('says how much was not tried', () => {
  expect(
    resubmissionText([
      { ...pass, remaining: 9 },
      { ...pass, remaining: 7 },
    ]),
  ).toBe('0 accepted, 0 known already, 0 refused again. 7 not tried yet.');
});

it('says that nothing was there', () => {
  expect(resubmissionText([])).toBe('0 accepted, 0 known already, 0 refused again.');
});
