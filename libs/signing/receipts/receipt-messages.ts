import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';
import { type Language } from '#libs/localization/language.js';
import { type ReceiptFinding } from './receipt.types.js';

/** What is said of receipts that are checked. */
const table = defineMessages({
  'receipt-altered': {
    en: 'Receipt {which} was altered: it is not the one that was signed.',
    ru: 'Подтверждение {which} изменено: подписано было не оно.',
  },
  'receipt-signature-altered': {
    en: 'The signature of receipt {which} was altered: the key did not make it.',
    ru: 'Подпись подтверждения {which} изменена: она создана не этим ключом.',
  },
  'receipt-key-unknown': {
    en: 'Receipt {which}: the key is not among the published keys.',
    ru: 'Подтверждение {which}: ключ отсутствует среди опубликованных ключей.',
  },
  'receipt-key-not-valid': {
    en: 'Receipt {which}: the key was not valid at that time.',
    ru: 'Подтверждение {which}: на тот момент ключ не действовал.',
  },
  'receipt-key-revoked': {
    en: 'Receipt {which}: the key was revoked. Do not rely on the signature.',
    ru: 'Подтверждение {which}: ключ отозван. Полагаться на подпись нельзя.',
  },
  'receipt-out-of-chain': {
    en: 'Receipt {which} does not follow on the one before it: one of the two was replaced or put in.',
    ru: 'Подтверждение {which} не продолжает предыдущее: одно из двух подменено или вставлено.',
  },
  'receipt-missing': {
    en: 'A receipt before {which} is missing: it was taken out.',
    ru: 'Перед подтверждением {which} отсутствует другое: оно изъято.',
  },
  'receipt-of-another-file': {
    en: 'Receipt {which} names a hash that is none of that bulletin.',
    ru: 'В подтверждении {which} указана контрольная сумма, не относящаяся к бюллетеню.',
  },
  which: { en: '{place} ({country}, {bulletin})', ru: '{place} ({country}, {bulletin})' },
  'which.unreadable': { en: 'at place {place}', ru: 'на месте {place}' },
  'result.good': {
    en: 'Receipts checked: {count}. All are genuine.',
    ru: 'Проверено подтверждений: {count}. Все подлинные.',
  },
  'result.bad': {
    en: 'Problems found: {count}. Do not rely on these receipts.',
    ru: 'Обнаружено нарушений: {count}. Полагаться на эти подтверждения нельзя.',
  },
});

const { message } = createCatalogue(table);

/** A finding in one sentence. */
export function receiptFindingInWords({ code, place, said }: ReceiptFinding, language: Language): string {
  const which = said
    ? message(language, 'which', {
        place: String(place),
        country: said.country,
        bulletin: formatBulletinNumber(said.number, said.revision, language),
      })
    : message(language, 'which.unreadable', { place: String(place) });
  return message(language, code, { which });
}

/** The end of a check. */
export function receiptsResult(receipts: number, problems: number, language: Language): string {
  return problems === 0
    ? message(language, 'result.good', { count: receipts })
    : message(language, 'result.bad', { count: problems });
}
