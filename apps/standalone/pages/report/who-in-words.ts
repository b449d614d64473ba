import { type Language } from '#libs/localization/language.js';
import { reportMessage } from './report-messages.js';

const ROLES = ['pcu_officer', 'contact_point', 'ocu_analyst', 'ocu_head'] as const;

/** The function of a party, never its name: `contact_point:UZ/saidov` → `national contact point`. */
export function whoInWords(party: string, language: Language): string {
  const [name] = party.split(/[:/]/, 1);
  const role = ROLES.find((known) => known === name);
  return reportMessage(language, `report.who.${role ?? 'system'}`);
}
