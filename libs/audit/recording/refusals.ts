import { type Log } from '#libs/messaging/log.js';
import { type AuditEntry } from '../audit-entry.js';

/** What of refusals must be alike for them to make one entry. */
const ALIKE = ({ actor, network, operation, action, route, outcome }: AuditEntry): string =>
  JSON.stringify([actor.kind, actor.name, network, operation, action, route, outcome]);

/**
 * Refusals of one minute that are different, of those whom the product knows and of nobody known: either has an own share,
 * so that strangers do not spend that of the others. A minute in which many different ones come is told as such: the trail must not be filled
 * by whoever is refused.
 */
const MOST_DIFFERENT = 200;
const WINDOW_MS = 60_000;

export interface RefusalsOptions {
  /** Adds an entry in a transaction of its own. */
  readonly append: (entry: AuditEntry) => Promise<void>;
  readonly log: Log;
  /** Milliseconds in which refusals that are alike are counted together; a minute unless told. */
  readonly windowMs?: number;
}

/**
 * Records refused attempts. The first of a kind is recorded at once; those of the same minute that are like it are counted,
 * and make one more entry at its end. A kill loses no more than the counts of that minute.
 */
export class Refusals {
  private counted = new Map<string, AuditEntry>();
  private readonly timer: NodeJS.Timeout;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RefusalsOptions) {
    this.timer = setInterval(() => this.endWindow(), options.windowMs ?? WINDOW_MS);
    this.timer.unref();
  }

  add(asked: AuditEntry): void {
    const refusal = withoutStrangersWords(asked);
    const isCounted = this.counted.has(ALIKE(refusal));
    const entry = isCounted || this.different(refusal) < MOST_DIFFERENT ? refusal : oneOfMany(refusal);
    const key = ALIKE(entry);
    const before = this.counted.get(key);
    this.counted.set(key, { ...entry, count: before ? (before.count ?? 0) + 1 : 0 });
    if (!before) this.write(entry);
  }

  private different({ actor }: AuditEntry): number {
    return [...this.counted.values()].filter((one) => isNobody(one.actor) === isNobody(actor)).length;
  }

  /** Records what was counted, and ends. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.endWindow();
    await this.writing;
  }

  private endWindow(): void {
    const ended = this.counted;
    this.counted = new Map();
    for (const entry of ended.values()) if ((entry.count ?? 0) > 0) this.write(entry);
  }

  /** The refusal itself stands, whether or not it could be recorded. */
  private write(entry: AuditEntry): void {
    this.writing = this.writing
      .then(() => this.options.append(entry))
      .catch((err: unknown) => this.options.log.error({ err }, 'A refused attempt was not recorded.'));
  }
}

const isNobody = ({ kind }: AuditEntry['actor']): boolean => kind === 'nobody';

/** What stands in an address is the word of whoever sent it: from nobody known it is not kept. */
function withoutStrangersWords({ operation, object, ...rest }: AuditEntry): AuditEntry {
  return isNobody(rest.actor)
    ? rest
    : { ...rest, ...(operation !== undefined && { operation }), ...(object && { object }) };
}

/** Whoever it was, on whatever. */
function oneOfMany({ kind, at, action, outcome }: AuditEntry): AuditEntry {
  return { kind, at, action, outcome, actor: { kind: 'nobody', name: '' } };
}
