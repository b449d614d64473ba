import { type HardeningBed } from '../bed/hardening-bed.js';
import { type Reply } from '../bed/http-client.js';

/** One way to send a case of the catalogue, and the only answer that is right. */
export interface BadInput {
  /** Number in the catalogue of bad input, 1 to 182; a case may be sent in several ways. */
  readonly number: number;
  readonly what: string;
  /** Status and code (`400 invalid-fields`), a status alone for what is taken, or `closed` for a connection that just ends. */
  readonly answer: string;
  /** Where the answer is not a refusal: the rule that says so. */
  readonly source?: string;
  /** What the answer must say besides: the field and its code, or the code of a finding. */
  readonly tells?: string | RegExp;
  /** Milliseconds; a second unless told (uploads 5). */
  readonly within?: number;
  /** What has to be there before; it may change the state. */
  readonly prepare?: (bed: HardeningBed) => Promise<unknown>;
  readonly send: (bed: HardeningBed, prepared?: unknown) => Promise<Reply>;
}

/** A case that is driven by another spec, because it needs what this one has not. */
export interface DrivenElsewhere {
  readonly number: number;
  readonly what: string;
  readonly answer: string;
  /** File and the title of the test in it. */
  readonly spec: string;
  readonly title: string;
}

/** A case whose feature the product does not have. */
export interface DoesNotApply {
  readonly number: number;
  readonly what: string;
  readonly because: string;
}

/** "Odd data is evidence: flag and keep, never refuse." */
export const ODD_DATA = 'docs/counting-rules.md: odd data is a finding and is kept';
/** Text is text: it is kept as it is and escaped where it is shown. */
export const TEXT_IS_TEXT = 'docs/hardening.md: text is kept as written and escaped where it is shown';
