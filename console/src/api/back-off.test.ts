import { expect, it } from 'vitest';
import { backOffMs } from './back-off';

it('doubles the wait up to thirty seconds', () => {
  const waits = [1, 2, 3, 4, 5, 6, 1000].map((failures) => backOffMs(failures, () => 1));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('leaves a quarter of the wait to chance', () => {
  expect(backOffMs(3, () => 0)).toBe(3_000);
});
