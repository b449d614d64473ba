import { type Finding } from '#libs/contracts/finding.dto.js';
import { findingText } from '#libs/reference/finding-text.js';
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
  return findings.map((finding) => ({ ...finding, message: findingText(finding, language) }));
}
