import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';
import { LANGUAGES } from '#libs/localization/language.js';
import { type ToldBulletin } from './told-bulletin.js';

/** What a mail about a bulletin says: where it is, never what it says. */
const table = defineMessages({
  subject: { en: 'Bulletin {number} is issued', ru: 'Издан бюллетень {number}' },
  link: {
    en: 'Bulletin {number} of the operation {operation} is issued. It is in the mailbox of your country; please acknowledge it there:\n{page}\nSHA-256 of its manifest: {hash}',
    ru: 'Издан бюллетень {number} операции {operation}. Он находится в почтовом ящике страны; просьба подтвердить получение:\n{page}\nSHA-256 манифеста: {hash}',
  },
  attached: {
    en: 'The attachment is the sealed package, encrypted to the key of your country. Open it with: npm run cli -- open-package <file> --key <private key>',
    ru: 'Во вложении — пакет, зашифрованный ключом страны. Он открывается командой: npm run cli -- open-package <файл> --key <закрытый ключ>',
  },
  automatic: {
    en: 'This message was sent automatically. Please do not reply.',
    ru: 'Сообщение отправлено автоматически. Отвечать на него не требуется.',
  },
});

const { message } = createCatalogue(table);

/** Subject and text of a mail, both languages in one. */
export function bulletinMail(
  { bulletin, page }: ToldBulletin,
  hasAttachment: boolean,
): { readonly subject: string; readonly text: string } {
  const { operation, manifestHash } = bulletin;
  const parts = LANGUAGES.map((language) => {
    const number = formatBulletinNumber(bulletin.number, bulletin.revision, language);
    return [
      message(language, 'link', { number, operation, page, hash: manifestHash ?? '' }),
      ...(hasAttachment ? [message(language, 'attached')] : []),
      message(language, 'automatic'),
    ].join('\n');
  });
  const subjects = LANGUAGES.map((language) =>
    message(language, 'subject', {
      number: formatBulletinNumber(bulletin.number, bulletin.revision, language),
    }),
  );
  return { subject: subjects.join(' / '), text: `${parts.join('\n\n')}\n` };
}
