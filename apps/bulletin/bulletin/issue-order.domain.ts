import { type BulletinState } from './bulletin-states.domain.js';

/** An edition of a bulletin of the operation, as far as the order of issuing needs it. */
export interface Edition {
  readonly number: number;
  readonly revision: number;
  readonly state: BulletinState;
}

/** Why a draft cannot be issued; the code and values of a problem. */
export interface IssueRefusal {
  readonly code: 'bulletin-out-of-order' | 'bulletin-superseded' | 'bulletin-before-closing';
  readonly params: Readonly<Record<string, string | number>>;
}

interface IssueProposal {
  readonly draft: Omit<Edition, 'state'> & { readonly closedAt: string };
  /** Editions of the operation, at least those of this number and of the one before. */
  readonly editions: readonly Edition[];
  readonly issuedAt: string;
}

/**
 * Numbers are issued in order: number *n* once an edition of *n* − 1 is issued. An older edition is not issued after a
 * newer one of the same number; a draft that a newer edition replaces keeps its number and need not be issued itself.
 */
export function refuseIssue({ draft, editions, issuedAt }: IssueProposal): IssueRefusal | undefined {
  const { number, revision, closedAt } = draft;
  const issued = editions.filter(({ state }) => state === 'issued');
  const previous = number - 1;
  if (previous > 0 && !issued.some((edition) => edition.number === previous))
    return { code: 'bulletin-out-of-order', params: { number, revision, previous } };
  const newer = issued.find((edition) => edition.number === number && edition.revision > revision);
  if (newer) return { code: 'bulletin-superseded', params: { number, revision, newer: newer.revision } };
  if (Date.parse(issuedAt) < Date.parse(closedAt))
    return { code: 'bulletin-before-closing', params: { number, revision, closedAt, issuedAt } };
  return undefined;
}
