import { formatDay } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { type Delivery } from './distribution-api.types.js';
import { distributionMessage as say } from './distribution-messages.js';

/** What of a delivery must not be overlooked, in words. */
export function warningTexts({ warnings, key, otherHashes }: Delivery, language: Language): string[] {
  return warnings.map((warning) => {
    switch (warning) {
      case 'other_hash':
        return say(language, 'warning.other_hash', { hash: otherHashes.at(-1)?.sha256 ?? '' });
      case 'key_expired':
      case 'key_expiring':
        return say(language, `warning.${warning}`, { day: key ? formatDay(key.expires, language) : '' });
      case 'receipt_not_genuine':
      case 'receipt_missing':
      case 'undeliverable':
      case 'refused':
      case 'overdue':
        return say(language, `warning.${warning}`);
    }
  });
}
