import { CHAIN_START, linkHash } from '../chain.domain.js';
import { type EntryRow } from '../entry-row.js';
import {
  type AuditFinding,
  type ChainReport,
  type ChainRow,
  type NamedPosition,
} from './verification.types.js';

/** Rows that do not match their hash and are compared with each other at most: two may have changed places. */
const MOST_COMPARED = 50;

/** Position and hash that the chain claims at a place. */
interface Place {
  readonly position: number;
  readonly hash: string;
}

type Mismatch = ChainRow & { readonly entry: EntryRow };

/** Recomputes a chain, one seal after the other, and says what is wrong with which row. */
export class ChainCheck {
  private readonly findings: AuditFinding[] = [];
  private readonly mismatches: Mismatch[] = [];
  private readonly displaced = new Set<string>();
  private readonly named: ReadonlyMap<number, readonly NamedPosition[]>;
  private before: Place = { position: 0, hash: CHAIN_START };
  private current: ChainRow | undefined;
  private count = 0;

  constructor(
    private readonly service: string,
    named: readonly NamedPosition[] = [],
  ) {
    const own = named.filter((one) => one.service === service);
    this.named = groupByPosition(own);
  }

  /** The next seal in the order of the positions. */
  add(row: ChainRow): void {
    if (this.current) this.judge(this.current, row);
    this.current = row;
  }

  /** @param unsealed ids of entries that are neither sealed nor waiting for it */
  finish(unsealed: readonly string[] = []): ChainReport {
    if (this.current) this.judge(this.current, undefined);
    this.current = undefined;
    for (const entry of unsealed)
      this.findings.push({ code: 'entry-unsealed', service: this.service, entry });
    this.findCutOff();
    const { position, hash } = this.before;
    return {
      ...{ service: this.service, count: this.count, position, hash },
      findings: this.withSwaps().sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0),
    };
  }

  private judge(row: ChainRow, next: ChainRow | undefined): void {
    this.count++;
    const isGap = row.position !== this.before.position + 1;
    if (isGap) this.found('seal-missing', { position: this.before.position + 1, entryId: undefined });
    const hash = this.check(row, next, isGap);
    this.compareNamed(row.position, hash);
    this.before = { position: row.position, hash };
  }

  /** @returns the hash that the rest of the chain is built on */
  private check(row: ChainRow, next: ChainRow | undefined, isGap: boolean): string {
    if (!row.entry) {
      this.found('entry-missing', row);
      return row.hash;
    }
    const follows = isGap || row.previous === this.before.hash;
    const computed = linkHash(row.previous, row.entry);
    if (computed === row.hash) {
      if (!follows) this.misplaced(row);
      return row.hash;
    }
    if (!follows && linkHash(this.before.hash, row.entry) === row.hash) {
      this.found('previous-altered', row);
      return row.hash;
    }
    if (next?.previous === computed) {
      this.found('hash-altered', row);
      return computed;
    }
    this.mismatches.push({ ...row, entry: row.entry });
    this.found(next ? 'entry-altered' : 'last-altered', row);
    return row.hash;
  }

  /** One that fits in itself but not behind the one before. What follows on a displaced one is in its place. */
  private misplaced(row: ChainRow): void {
    if (this.displaced.has(row.previous)) return;
    this.displaced.add(row.hash);
    this.found('order-changed', row);
  }

  private compareNamed(position: number, hash: string): void {
    for (const { by, hash: named } of this.named.get(position) ?? [])
      if (named !== hash)
        this.findings.push({ code: 'chain-contradicts', service: this.service, position, of: by });
  }

  private findCutOff(): void {
    for (const [position, all] of this.named)
      if (position > this.before.position)
        for (const { by } of all)
          this.findings.push({ code: 'chain-truncated', service: this.service, position, of: by });
  }

  private found(code: AuditFinding['code'], { position, entryId }: PartOfRow): void {
    const entry = entryId === undefined ? {} : { entry: entryId };
    this.findings.push({ code, service: this.service, position, ...entry });
  }

  /** Two that do not match their hashes, but each the hash of the other, have changed places. */
  private withSwaps(): AuditFinding[] {
    const some = this.mismatches.slice(0, MOST_COMPARED);
    const swapped = new Set(
      some.filter((row) => some.some((other) => other !== row && isSealOf(row, other.entry))).map(positionOf),
    );
    return this.findings.map((finding) =>
      finding.position !== undefined && swapped.has(finding.position) && /altered$/.test(finding.code)
        ? { ...finding, code: 'order-changed' }
        : finding,
    );
  }
}

type PartOfRow = Pick<ChainRow, 'position'> & { readonly entryId: string | undefined };

const positionOf = ({ position }: ChainRow): number => position;

const isSealOf = ({ previous, hash, entryId }: ChainRow, entry: EntryRow): boolean =>
  linkHash(previous, entry) === hash || linkHash(previous, { ...entry, id: entryId }) === hash;

function groupByPosition(named: readonly NamedPosition[]): Map<number, NamedPosition[]> {
  const groups = new Map<number, NamedPosition[]>();
  for (const one of named) groups.set(one.position, [...(groups.get(one.position) ?? []), one]);
  return groups;
}
