import { type ProblemLanguage } from '../problem-catalogue.js';

/**
 * English or Russian by Accept-Language (RFC 9110 12.5.4): the one with the higher weight, the first of equals; English
 * when neither is named.
 */
export function preferredLanguage(header: string | undefined): ProblemLanguage {
  const weights = { en: 0, ru: 0 };
  let best: ProblemLanguage = 'en';
  for (const range of (header ?? '').slice(0, 500).split(',')) {
    const [, tag, weight = '1'] =
      /^\s*(en|ru)(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(range) ?? [];
    if (tag === undefined) continue;
    const language = tag.toLowerCase() as ProblemLanguage;
    weights[language] = Math.max(weights[language], Number(weight));
    if (weights[language] > weights[best]) best = language;
  }
  return best;
}
