import type { Resubmission } from '../api/types';

/** What became of one or several passes of a re-submission, in one sentence. */
export function resubmissionText(passes: readonly Resubmission[]): string {
  const total = (count: (pass: Resubmission) => number): number =>
    passes.reduce((sum, pass) => sum + count(pass), 0);
  const accepted = total((pass) => pass.accepted);
  const duplicate = total((pass) => pass.duplicate);
  const refused = total(({ quarantined }) =>
    Object.values(quarantined).reduce((sum, count) => sum + count, 0),
  );
  const reasons = [...new Set(passes.flatMap(({ quarantined }) => Object.keys(quarantined)))];
  const why = reasons.length === 0 ? '' : ` (${reasons.sort().join(', ')})`;
  const remaining = passes.at(-1)?.remaining ?? 0;
  const rest = remaining === 0 ? '' : ` ${remaining} not tried yet.`;
  return `${accepted} accepted, ${duplicate} known already, ${refused} refused again${why}.${rest}`;
}
