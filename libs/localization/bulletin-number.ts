import { type Language } from './language.js';
import { message } from './messages.js';

/**
 * The number of a bulletin as it is cited: `No. 12`, `№ 12`; revised: `No. 12/Rev. 1`, `№ 12/Rev.1`.
 * Revision 0 is the first issue. "Rev." stays in Latin letters, as in the Russian documents of the United Nations.
 */
export function formatBulletinNumber(number: number, revision: number, language: Language): string {
  const digits = String(number);
  if (revision === 0) return message(language, 'bulletin.number', { number: digits });
  return message(language, 'bulletin.revised_number', { number: digits, revision: String(revision) });
}
