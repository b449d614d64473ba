import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';
import { formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { printable } from './printable.js';
import { type BulletinReport, type Finding } from './verification.types.js';

/** What is said of bulletins that are checked. */
const table = defineMessages({
  'file-altered': {
    en: '{file} was altered: the manifest names other content (SHA-256 {expected}; the file has {found}).',
    ru: 'Файл {file} изменён: в манифесте указано другое содержимое (SHA-256 {expected}; у файла {found}).',
  },
  'file-missing': {
    en: '{file} is missing: the manifest names such a file.',
    ru: 'Отсутствует файл {file}, указанный в манифесте.',
  },
  'file-extra': {
    en: '{file} is named by no manifest: it is no file of an issued bulletin.',
    ru: 'Файл {file} не указан в манифесте и не относится к изданному бюллетеню.',
  },
  'manifest-altered': {
    en: 'The manifest {file} was altered: it is not the one that was signed.',
    ru: 'Манифест {file} изменён: подписан был не он.',
  },
  'signature-missing': {
    en: 'The manifest {file} has no signature beside it: nothing vouches for it.',
    ru: 'Рядом с манифестом {file} нет подписи: его подлинность не подтверждена.',
  },
  'signature-altered': {
    en: 'The signature {file} was altered: the key did not make it.',
    ru: 'Подпись {file} изменена: она создана не этим ключом.',
  },
  'key-unknown': {
    en: '{file}: the key {key} is not among the published keys.',
    ru: '{file}: ключ {key} отсутствует среди опубликованных ключей.',
  },
  'key-not-valid': {
    en: '{file}: the key {key} was not valid at the time of issue, {issuedAt}.',
    ru: '{file}: на момент издания ({issuedAt}) ключ {key} не действовал.',
  },
  'key-revoked': {
    en: '{file}: the key {key} was revoked, {revoked}. Do not rely on the signature; ask the Operation Coordination Unit.',
    ru: '{file}: ключ {key} отозван ({revoked}). Полагаться на подпись нельзя; обратитесь в координационную группу операции.',
  },
  'previous-hash-wrong': {
    en: '{file} does not follow on the manifest of {previous} that lies here: one of the two was replaced.',
    ru: '{file}: манифест не продолжает имеющийся манифест бюллетеня {previous}; один из них подменён.',
  },
  'previous-twice': {
    en: '{file}: the manifest of {named} that lies here claims the same place in the order of issue; at most one of the two is true.',
    ru: '{file}: на то же место в порядке издания претендует имеющийся манифест бюллетеня {named}; верным может быть только один из двух.',
  },
  'previous-missing': {
    en: '{file} follows on {previous}, of which no genuine manifest lies here, although older ones do: a bulletin may have been left out.',
    ru: '{file}: предыдущий бюллетень {previous} не представлен подлинным манифестом, хотя имеются более ранние; возможно, бюллетень изъят.',
  },
  'number-wrong': {
    en: '{file}: the name is that of {named}, the manifest that of {bulletin}.',
    ru: '{file}: в имени указан бюллетень {named}, манифест относится к бюллетеню {bulletin}.',
  },
  'number-twice': {
    en: '{file}: another manifest of {bulletin} lies here.',
    ru: '{file}: имеется и другой манифест бюллетеня {bulletin}.',
  },
  'report.heading': {
    en: '{bulletin}, {operation}, issued {issuedAt}',
    ru: 'Бюллетень {bulletin}, {operation}, издан {issuedAt}',
  },
  'report.unreadable': { en: 'Bulletin of {file}', ru: 'Бюллетень по манифесту {file}' },
  'report.key': { en: 'Signed with the key {key}', ru: 'Подписан ключом {key}' },
  'report.files': { en: 'Files checked: {count}', ru: 'Проверено файлов: {count}' },
  'report.previous.none': { en: 'The first of its operation', ru: 'Первый бюллетень операции' },
  'report.previous.absent': {
    en: 'Issued after {previous}, whose manifest does not lie here',
    ru: 'Издан после бюллетеня {previous}, манифеста которого здесь нет',
  },
  'report.previous.checked': {
    en: 'Issued after {previous}, whose manifest lies here',
    ru: 'Издан после бюллетеня {previous}, манифест которого имеется',
  },
  'report.good': { en: 'Genuine and unaltered', ru: 'Подлинный, изменений нет' },
  'result.good': {
    en: 'Everything is genuine and unaltered. Bulletins checked: {count}.',
    ru: 'Все проверенные файлы подлинные, изменений нет. Проверено бюллетеней: {count}.',
  },
  'result.bad': {
    en: 'Do not rely on these files. Problems found: {count}.',
    ru: 'Полагаться на эти файлы нельзя. Обнаружено нарушений: {count}.',
  },
  'result.gaps': {
    en: 'Gaps in the chain: {count}. What is missing was not checked.',
    ru: 'Пропусков в цепочке: {count}. Отсутствующее не проверялось.',
  },
  'result.nothing': {
    en: 'There is no manifest (…manifest.json) in what was given: nothing could be checked.',
    ru: 'Среди указанных файлов нет манифеста (…manifest.json): проверять нечего.',
  },
});

export const verificationCatalogue = createCatalogue(table);

/** A text of the check in the language of the reader. */
export const verificationMessage = verificationCatalogue.message;

const instant = (iso: string, language: Language): string => formatInstant(iso, 'UTC', language);

/** What is wrong, in words. */
export function findingInWords(
  { code, file, values }: Finding,
  said: BulletinReport['said'],
  language: Language,
): string {
  const numbered = (number = '0', revision = '0'): string =>
    formatBulletinNumber(Number(number), Number(revision), language);
  const { expected = '', found = '', key = '' } = values;
  const places = {
    ...{ file: printable(file), expected, found, key: printable(key) },
    issuedAt: values['issuedAt'] ? instant(values['issuedAt'], language) : '',
    revoked: values['revoked'] ? instant(values['revoked'], language) : '',
    previous: numbered(values['number'], values['revision']),
    named: numbered(values['named'], values['edition']),
    bulletin: said ? formatBulletinNumber(said.number, said.revision, language) : '',
  };
  return verificationMessage(language, code, places);
}

/** The lines that describe one checked bulletin. */
export function reportInWords(report: BulletinReport, language: Language): string[] {
  const { said, findings, notes, checkedFiles, previous } = report;
  const problems = findings.map((finding) => `✕ ${findingInWords(finding, said, language)}`);
  const file = printable(report.manifest);
  if (!said) return [verificationMessage(language, 'report.unreadable', { file }), ...problems];
  const bulletin = formatBulletinNumber(said.number, said.revision, language);
  const before = said.previous
    ? formatBulletinNumber(said.previous.number, said.previous.revision, language)
    : '';
  return [
    verificationMessage(language, 'report.heading', {
      ...{ bulletin, operation: printable(said.operation), issuedAt: instant(said.issuedAt, language) },
    }),
    verificationMessage(language, 'report.key', { key: printable(said.keyId) }),
    verificationMessage(language, 'report.files', { count: checkedFiles.length }),
    previous === 'none'
      ? verificationMessage(language, 'report.previous.none')
      : verificationMessage(language, `report.previous.${previous}`, { previous: before }),
    ...notes.map((note) => `⚠ ${findingInWords(note, said, language)}`),
    ...(problems.length > 0 ? problems : [`✓ ${verificationMessage(language, 'report.good')}`]),
  ];
}
