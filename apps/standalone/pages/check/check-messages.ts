import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the page on which a person checks whether a file is one of an issued bulletin. */
const table = defineMessages({
  'check.title': { en: 'Check a bulletin', ru: 'Проверка бюллетеня' },
  'check.title_error': { en: 'Error: {title}', ru: 'Ошибка: {title}' },
  'check.lead': {
    en: 'Choose a file that you received as a bulletin, or paste its SHA-256. The page says whether it was issued, and whether it was changed since.',
    ru: 'Выберите файл, полученный как бюллетень, или вставьте его SHA-256. Будет показано, издан ли такой файл и не изменялся ли он после издания.',
  },
  'check.file': { en: 'File of the bulletin, up to 16 MB', ru: 'Файл бюллетеня, до 16 МБ' },
  'check.manifest': {
    en: 'Its manifest (…manifest.json), if you have it',
    ru: 'Манифест (…manifest.json), если он имеется',
  },
  'check.hash': { en: 'Or the SHA-256 of the file', ru: 'Или SHA-256 файла' },
  'check.submit': { en: 'Check', ru: 'Проверить' },
  'check.nothing.heading': { en: 'Nothing to check', ru: 'Нечего проверять' },
  'check.nothing': {
    en: 'Choose a file, or paste a SHA-256: 64 digits and letters from a to f.',
    ru: 'Выберите файл или вставьте SHA-256: 64 цифры и буквы от a до f.',
  },
  'check.unknown.heading': {
    en: 'This is no file of an issued bulletin',
    ru: 'Файл не относится к изданным бюллетеням',
  },
  'check.unknown': {
    en: 'It was changed after it was issued, or it comes from elsewhere. Do not rely on it; take the bulletin from the home page.',
    ru: 'Файл изменён после издания или получен из другого источника. Полагаться на него нельзя; бюллетень доступен на главной странице.',
  },
  'check.found.heading': {
    en: 'This is a file of an issued bulletin, and it is unaltered',
    ru: 'Файл относится к изданному бюллетеню и не изменялся',
  },
  'check.untrusted.heading': {
    en: 'This is a file of a bulletin, but do not rely on its signature',
    ru: 'Файл относится к бюллетеню, однако полагаться на его подпись нельзя',
  },
  'check.failed.heading': {
    en: 'The server knows this file, but the signature does not vouch for it',
    ru: 'Файл имеется на сервере, но подпись его не подтверждает',
  },
  'check.failed': {
    en: 'Either the signature is wrong, or the signed manifest does not name this file. Do not rely on it; tell the Operation Coordination Unit.',
    ru: 'Подпись неверна, или файл не указан в подписанном манифесте. Полагаться на него нельзя; следует известить координационную группу операции.',
  },
  'check.unsigned.heading': {
    en: 'The server keeps this file, of a bulletin that is not signed',
    ru: 'Файл имеется на сервере и относится к бюллетеню без подписи',
  },
  'check.no_proof': {
    en: 'It equals the file that the server keeps. No signature shows that neither was changed since it was issued.',
    ru: 'Файл совпадает с хранящимся на сервере. Подписи, которая подтвердила бы неизменность с момента издания, нет.',
  },
  'check.mismatch.heading': {
    en: 'This is a file of an issued bulletin, but the manifest is another one',
    ru: 'Файл относится к изданному бюллетеню, однако манифест приложен другой',
  },
  'check.fact.bulletin': { en: 'Bulletin', ru: 'Бюллетень' },
  'check.fact.operation': { en: 'Operation', ru: 'Операция' },
  'check.fact.day': { en: 'Operation day', ru: 'День операции' },
  'check.fact.what': { en: 'File', ru: 'Файл' },
  'check.fact.issued': { en: 'Issued', ru: 'Издан' },
  'check.fact.key': { en: 'Signed with the key', ru: 'Подписан ключом' },
  'check.fact.hash': { en: 'SHA-256', ru: 'SHA-256' },
  'check.what.html.en': { en: 'English, page', ru: 'на английском языке, страница' },
  'check.what.html.ru': { en: 'Russian, page', ru: 'на русском языке, страница' },
  'check.what.pdf.en': { en: 'English, PDF', ru: 'на английском языке, PDF' },
  'check.what.pdf.ru': { en: 'Russian, PDF', ru: 'на русском языке, PDF' },
  'check.what.json': { en: 'data, JSON', ru: 'данные, JSON' },
  'check.what.manifest': { en: 'signed manifest', ru: 'подписанный манифест' },
  'check.unsigned': {
    en: 'none: it was issued before bulletins were signed',
    ru: 'подписи нет: издан до введения электронной подписи',
  },
  'check.superseded': {
    en: 'A later edition was issued: {newest}.',
    ru: 'Издана более поздняя редакция: {newest}.',
  },
  'check.manifest.good': {
    en: 'The manifest is the one that was issued with it.',
    ru: 'Манифест соответствует изданному.',
  },
  'check.manifest.bad': {
    en: 'The manifest was changed, or it is that of another bulletin.',
    ru: 'Манифест изменён или относится к другому бюллетеню.',
  },
  'check.key.revoked': { en: 'The key has been revoked.', ru: 'Ключ отозван.' },
  'check.key.other': {
    en: 'The key is not published as valid at the time of issue.',
    ru: 'Среди опубликованных ключей нет этого ключа, действующего на момент издания.',
  },
  'check.link.manifest': { en: 'Manifest', ru: 'Манифест' },
  'check.link.signature': { en: 'Signature', ru: 'Подпись' },
  'check.link.keys': { en: 'Published keys', ru: 'Опубликованные ключи' },
  'check.offline.heading': { en: 'Without this page', ru: 'Проверка без этой страницы' },
  'check.offline': {
    en: 'Whoever does not want to trust this server verifies offline: with the file, its manifest, the signature and the published keys. Compare the id of the key with the one that your country was told in writing.',
    ru: 'Бюллетень можно проверить и без обращения к этому серверу: нужны файл, его манифест, подпись и опубликованные ключи. Идентификатор ключа следует сверить с тем, который сообщён стране письменно.',
  },
});

export const checkCatalogue = createCatalogue(table);

/** A text of the page in the language of the reader. */
export const checkMessage = checkCatalogue.message;
