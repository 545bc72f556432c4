import type { QuarantineEntry, Resubmission } from '../../src/api/types';

const KEPT: readonly QuarantineEntry[] = [
  entry(1, 'roof-1', 'other-format', "this looks like format 'dronescout'"),
  entry(2, 'roof-1', 'other-format', "this looks like format 'dronescout'"),
  entry(3, 'mast-2', 'hex-invalid', 'items[0].hex must be hexadecimal'),
];

function entry(id: number, sensor: string, reason: string, detail: string): QuarantineEntry {
  const receivedAt = new Date(Date.now() - id * 60_000).toISOString();
  const rest = { topic: 't', payloadBytes: 921, state: 'open', tries: 0 } as const;
  return { id: `entry-${id}`, sensor, reason, detail, receivedAt, ...rest };
}

/** The refused messages of the mock: what looks like another format is accepted when re-submitted. */
export class Quarantine {
  private entries = KEPT;

  search(query: URLSearchParams): readonly QuarantineEntry[] {
    const wanted = (name: string): string => query.get(name) ?? '';
    return this.entries.filter(
      ({ sensor, reason, detail }) =>
        sensor.includes(wanted('sensor')) &&
        reason.includes(wanted('reason')) &&
        detail.includes(wanted('text')),
    );
  }

  resubmit(chosen: readonly QuarantineEntry[]): Resubmission {
    const good = chosen.filter(({ reason }) => reason === 'other-format');
    const bad = chosen.length - good.length;
    this.entries = this.entries.filter((kept) => !good.includes(kept));
    const quarantined: Record<string, number> = bad === 0 ? {} : { 'hex-invalid': bad };
    return { accepted: good.length, duplicate: 0, quarantined, remaining: 0 };
  }

  find(id: string): readonly QuarantineEntry[] {
    return this.entries.filter((kept) => kept.id === id);
  }
}
