import { info, warning, type FindingDefinition } from './finding-definition.js';
import { REPORT_FINDINGS } from './report-findings.js';

export type { FindingDefinition } from './finding-definition.js';

/**
 * Closed list of what can be remarked about a report, and about the lists of a closed day. A finding never refuses
 * anything: it stands beside the data and is shown to the officer at once.
 */
export type FindingCode =
  | keyof typeof REPORT_FINDINGS
  | 'identifier.blank'
  | 'identifier.format'
  | 'identifier.check-digit'
  | 'identifier.check-digit-ten'
  | 'identifier.look-alike-letters'
  | 'identifier.mixed-alphabets'
  | 'identifier.hidden-characters'
  | 'wagon.seven-digits'
  | 'plate.length'
  | 'cas.format'
  | 'cas.check-digit'
  | 'hs.not-six-digits'
  | 'hs.reserved-chapter'
  | 'hs.national-chapter'
  | 'hs.unknown-subheading'
  | 'unlocode.format'
  | 'unlocode.unknown'
  | 'unlocode.other-country'
  | 'chemical.unknown'
  | 'line.number-repeated'
  | 'counters.not-forwarded'
  | 'cases.not-listed'
  | 'changes.not-listed'
  | 'follow-ups.not-listed'
  | 'revised.not-listed'
  | 'follow-up.unmatched';

/** Severity and text of every finding, in both working languages. */
export const FINDINGS: Readonly<Record<FindingCode, FindingDefinition>> = Object.freeze({
  ...REPORT_FINDINGS,
  'identifier.blank': warning('No number is given.', 'Номер не указан.'),
  'identifier.format': warning(
    'The number does not have the form expected for this kind of transport unit.',
    'Номер не соответствует формату, принятому для транспортных единиц этого вида.',
  ),
  'identifier.check-digit': warning(
    'The check digit does not match the rest of the number.',
    'Контрольная цифра не соответствует остальной части номера.',
  ),
  'identifier.check-digit-ten': info(
    'The check digit is 0 for a remainder of 10; the number is valid, but the check is weaker.',
    'Контрольная цифра 0 получена при остатке 10; номер допустим, но проверка менее надёжна.',
  ),
  'identifier.look-alike-letters': info(
    'Cyrillic letters that look like Latin ones were read as Latin.',
    'Буквы кириллицы, сходные по начертанию с латинскими, прочитаны как латинские.',
  ),
  'identifier.mixed-alphabets': info(
    'The number contains both Latin and Cyrillic letters.',
    'Номер содержит как латинские, так и кириллические буквы.',
  ),
  'identifier.hidden-characters': info(
    'Invisible characters were removed from the number.',
    'Из номера удалены невидимые символы.',
  ),
  'wagon.seven-digits': info(
    'A number of seven digits is usual for Chinese wagons, which are entered as the kind “other”.',
    'Номер из семи цифр обычен для вагонов китайских железных дорог, для которых предусмотрен вид «иное».',
  ),
  'plate.length': warning(
    'The registration plate has fewer than 2 or more than 20 characters.',
    'Регистрационный номер содержит менее 2 или более 20 знаков.',
  ),
  'cas.format': warning(
    'The text does not have the form of a CAS number, for example 108-24-7.',
    'Запись не соответствует формату номера CAS, например 108-24-7.',
  ),
  'cas.check-digit': warning(
    'The check digit of the CAS number does not match the rest of the number.',
    'Контрольная цифра номера CAS не соответствует остальной части номера.',
  ),
  'hs.not-six-digits': warning(
    'The tariff code does not consist of 6 to 12 digits.',
    'Код товара не состоит из 6–12 цифр.',
  ),
  'hs.reserved-chapter': warning(
    'Chapter 77 of the Harmonized System is reserved, and no goods are classified there.',
    'Товарная группа 77 Гармонизированной системы зарезервирована, и товары в ней не классифицируются.',
  ),
  'hs.national-chapter': warning(
    'The chapter is outside 01–97 and can exist in a national tariff only.',
    'Номер товарной группы выходит за пределы 01–97 и возможен только в национальном тарифе.',
  ),
  'hs.unknown-subheading': warning(
    'The first six digits are no subheading of the Harmonized System (2017 and 2022 editions).',
    'Первые шесть цифр не соответствуют ни одной субпозиции Гармонизированной системы (редакции 2017 и 2022 годов).',
  ),
  'unlocode.format': warning(
    'The text does not have the form of a UN/LOCODE, for example KZAAU.',
    'Запись не соответствует формату кода ЛОКОД ООН, например KZAAU.',
  ),
  'unlocode.unknown': warning(
    'The code is not in the list of UN/LOCODE codes.',
    'Код отсутствует в перечне кодов ЛОКОД ООН.',
  ),
  'unlocode.other-country': warning(
    'The code belongs to another country than the place.',
    'Код относится не к той стране, в которой находится пункт.',
  ),
  'chemical.unknown': warning(
    'The reference list has no chemical with this id: the line is not in the table of chemicals.',
    'В справочнике нет вещества с таким идентификатором: запись не вошла в таблицу веществ.',
  ),
  'line.number-repeated': warning(
    'The number stands in an earlier line of the report as well: a second control, a new trip or the same entry twice.',
    'Этот номер уже указан в отчёте выше: повторный контроль, новый рейс или повтор записи.',
  ),
  'counters.not-forwarded': info(
    'Counters that would show a withheld record are not forwarded.',
    'Показатели, по которым можно судить о записи, не подлежащей передаче, не направляются.',
  ),
  'follow-ups.not-listed': info(
    'Follow-ups that are counted but not listed, because the list is full.',
    'Последующие сведения, которые учтены, но не вошли в перечень из-за его объёма.',
  ),
  'revised.not-listed': info(
    'Changed reports that are counted but not listed, because the list of the revised edition is full.',
    'Изменённые отчёты, которые учтены, но не вошли в перечень пересмотренной редакции из-за его объёма.',
  ),
  'cases.not-listed': info(
    'Cases that are counted but not listed, because the list is full.',
    'Случаи, которые учтены, но не вошли в перечень из-за его объёма.',
  ),
  'changes.not-listed': info(
    'Changes of earlier days that are counted but not listed, because the list is full.',
    'Изменения за прежние дни, которые учтены, но не вошли в перечень из-за его объёма.',
  ),
  'follow-up.unmatched': warning(
    'Follow-ups that refer to no line or case which is counted.',
    'Последующие сведения, не относящиеся ни к одной учтённой записи или случаю.',
  ),
});

/** Whether any of the findings asks for a person's look. */
export function hasWarning(findings: readonly FindingCode[]): boolean {
  return findings.some((code) => FINDINGS[code].severity === 'warning');
}
