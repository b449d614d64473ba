import { type BulletinState } from './bulletin-states.domain.js';

/** An edition of a bulletin of the operation, as far as the order of issuing needs it. */
export interface Edition {
  readonly number: number;
  readonly revision: number;
  readonly state: BulletinState;
}

/** Why a draft cannot be issued; the code and values of a problem. */
export interface IssueRefusal {
  readonly code: 'bulletin-out-of-order' | 'bulletin-edition-out-of-order' | 'bulletin-before-closing';
  readonly params: Readonly<Record<string, string | number>>;
}

interface IssueProposal {
  readonly draft: Omit<Edition, 'state'> & { readonly closedAt: string };
  /** Editions of the operation, at least those of this number and of the one before. */
  readonly editions: readonly Edition[];
  readonly issuedAt: string;
}

/**
 * First editions are issued in the order of their numbers, a revised edition after the edition that it replaces: No. 12/Rev. 1
 * needs No. 12 and may come before or after No. 13.
 */
export function refuseIssue({ draft, editions, issuedAt }: IssueProposal): IssueRefusal | undefined {
  const { number, revision, closedAt } = draft;
  const isIssued = (of: number, edition: number): boolean =>
    editions.some((one) => one.number === of && one.revision === edition && one.state === 'issued');
  if (revision === 0 && number > 1 && !isIssued(number - 1, 0))
    return { code: 'bulletin-out-of-order', params: { number, revision, previous: number - 1 } };
  if (revision > 0 && !isIssued(number, revision - 1))
    return { code: 'bulletin-edition-out-of-order', params: { number, revision, previous: revision - 1 } };
  if (Date.parse(issuedAt) < Date.parse(closedAt))
    return { code: 'bulletin-before-closing', params: { number, revision, closedAt, issuedAt } };
  return undefined;
}
