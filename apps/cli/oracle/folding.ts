const CYRILLIC = 'АВЕКМНОРСТУХІЈЅ';
const LATIN = 'ABEKMHOPCTYXIJS';

/** The same numbers come up again on every day that is recomputed. */
const folds = new Map<string, string>();

/** The number as two officers mean the same thing by it: docs/counting-rules.md, "Distinct". */
export function fold(written: string): string {
  const known = folds.get(written);
  if (known !== undefined) return known;
  let folded = '';
  for (const character of written.normalize('NFKC').toUpperCase().normalize('NFKC')) {
    const place = CYRILLIC.indexOf(character);
    const latin = place < 0 ? character : (LATIN[place] ?? character);
    if (/[\p{L}\p{N}]/u.test(latin)) folded += latin;
  }
  folds.set(written, folded);
  return folded;
}

/** How many different things the identities name; an identity without a number is always another thing. */
export function countDistinct(identities: readonly { kind: string; number: string }[]): number {
  const seen = new Set<string>();
  let nameless = 0;
  for (const { kind, number } of identities) {
    const folded = fold(number);
    if (folded === '') nameless += 1;
    else seen.add(`${kind}:${folded}`);
  }
  return seen.size + nameless;
}
