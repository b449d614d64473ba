import type { FindingSeverity } from '#libs/contracts/finding.dto.js';

/** Severity and text of a finding in both working languages. */
export interface FindingDefinition {
  readonly severity: FindingSeverity;
  readonly en: string;
  readonly ru: string;
}

/** The system understood it and says how. */
export const info = (en: string, ru: string): FindingDefinition => ({ severity: 'info', en, ru });
/** The officer is asked to confirm. */
export const confirm = (en: string, ru: string): FindingDefinition => ({ severity: 'confirm', en, ru });
/** A person should look. */
export const warning = (en: string, ru: string): FindingDefinition => ({ severity: 'warning', en, ru });
