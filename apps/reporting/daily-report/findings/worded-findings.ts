import { type Finding } from '#libs/contracts/finding.dto.js';
import { FINDINGS, type FindingDefinition } from '#libs/reference/findings.js';
import { type WordedFinding } from '../daily-report.answers.dto.js';
import { preferredLanguage } from '#libs/web/problems/preferred-language.js';

/**
 * Adds the sentences, which are not stored: a repeated answer may have another reader.
 * @param acceptLanguage the request's header; English where it names neither English nor Russian
 */
export function wordedFindings(
  findings: readonly Finding[],
  acceptLanguage: string | undefined,
): WordedFinding[] {
  const language = preferredLanguage(acceptLanguage);
  const definitions: ReadonlyMap<string, FindingDefinition> = new Map(Object.entries(FINDINGS));
  return findings.map((finding) => ({
    ...finding,
    message: definitions.get(finding.code)?.[language] ?? finding.code,
  }));
}
