import { type Column } from './column.js';

type More = Omit<Column, 'path' | 'en' | 'ru' | 'kind'>;

const column =
  (kind: Column['kind']) =>
  (path: string, en: string, ru: string, more: More = {}): Column => ({ path, en, ru, kind, ...more });
const text = column('text');
const texts = column('texts');
const code = column('code');
const codes = column('codes');
const country = (path: string, en: string, ru: string, more: More = {}): Column =>
  code(path, en, ru, { list: 'country', ...more });

/** An amount and its unit, side by side. */
const quantity = (path: string, en: string, ru: string): Column[] => [
  column('amount')(`${path}.amount`, en, ru),
  code(`${path}.unit`, 'Unit', 'Ед. изм.', { list: 'measureUnit', width: 12 }),
];

const SHORT_FORM: readonly Column[] = [
  column('id')('lineId', 'Line id', 'Ид. строки', { width: 8 }),
  code('transportKind', 'Kind', 'Вид', { list: 'transportKind', required: true }),
  text('number', 'Number as written', 'Номер (как указан)', { required: true, width: 20 }),
  code('regime', 'Regime', 'Режим', { list: 'regime', required: true }),
  text('goods[].declaredText', 'Goods', 'Товар', { required: true, width: 32 }),
  country('destination', 'Destination', 'Страна назначения', { required: true }),
  code('outcome', 'Outcome', 'Результат', { list: 'outcome', required: true }),
];

const CONTROL: readonly Column[] = [
  code('act', 'Act', 'Вид контроля', { list: 'controlAct' }),
  column('instant')('startedAt', 'Start', 'Начало'),
  column('instant')('endedAt', 'End', 'Окончание'),
  code('selectedBecause', 'Selected because', 'Основание отбора', { list: 'selectionGround' }),
  text('riskIndicator', 'Risk indicator', 'Индикатор риска'),
  text('warningNumber', 'Warning No.', '№ предупреждения'),
];

const TRANSPORT: readonly Column[] = [
  texts('plates', 'Plates (;)', 'Регистрационные номера (;)'),
  country('plateCountry', 'Country of plates', 'Страна регистрации'),
  text('parent', 'On wagon No.', 'На вагоне №'),
  texts('sealsFound', 'Seals found (;)', 'Обнаруженные пломбы (;)'),
  texts('sealsApplied', 'Seals applied (;)', 'Наложенные пломбы (;)'),
  text('reloadedFrom', 'Reloaded from', 'Перегружено из'),
  text('reloadedTo', 'Reloaded to', 'Перегружено в'),
  code('document.kind', 'Document', 'Документ', { list: 'documentKind' }),
  text('document.number', 'Document No.', '№ документа'),
];

const ROUTE: readonly Column[] = [
  country('route.dispatch', 'Dispatch', 'Страна отправления'),
  country('route.origin', 'Origin', 'Страна происхождения'),
  codes('route.transit', 'Transit (;)', 'Страны транзита (;)', { list: 'country' }),
  text('route.postOfExit', 'Post of exit', 'Пост вывоза'),
  code('route.nextUnit', 'Next unit', 'Следующая группа', { list: 'unit', width: 22 }),
  text('consignor.name', 'Consignor', 'Грузоотправитель', { width: 22 }),
  country('consignor.country', 'Country of consignor', 'Страна отправителя'),
  text('consignee.name', 'Consignee', 'Грузополучатель', { width: 22 }),
  country('consignee.country', 'Country of consignee', 'Страна получателя'),
  code('preExportNotification', 'PEN number', '№ предв. уведомления', { list: 'preExportNotification' }),
];

const GOODS: readonly Column[] = [
  text('goods[].hsAsWritten', 'HS code as written', 'Код ТН ВЭД (как указан)'),
  text('goods[].unNumber', 'UN No.', '№ ООН', { width: 10 }),
  text('goods[].cas', 'CAS No.', '№ CAS', { width: 12 }),
  code('goods[].chemical', 'Chemical', 'Вещество', { list: 'chemical', width: 28 }),
  column('counter')('goods[].packages', 'Packages', 'Мест'),
  ...quantity('goods[].gross', 'Gross', 'Брутто'),
  ...quantity('goods[].net', 'Net', 'Нетто'),
  ...quantity('goods[].measured', 'Measured', 'Измерено'),
];

const FOUND: readonly Column[] = [
  codes('methods', 'Methods (;)', 'Методы (;)', { list: 'method', width: 26 }),
  text('found[].substance', 'Substance found', 'Обнаруженное вещество', { width: 22 }),
  code('found[].chemical', 'Found: chemical', 'Обнаружено: по перечню', { list: 'chemical', width: 28 }),
  text('found[].instrument', 'Instrument', 'Прибор'),
  column('fraction')('found[].similarity', 'Similarity 0–1', 'Сходство 0–1'),
  code('found[].certainty', 'Certainty', 'Достоверность', { list: 'certainty', width: 24 }),
  codes('discrepancies', 'Discrepancies (;)', 'Несоответствия (;)', { list: 'discrepancyKind', width: 26 }),
  column('yesNo')('follow', 'To be followed', 'Прослеживать', { list: 'yesNo' }),
  code('handling', 'Handling', 'Порядок передачи', { list: 'handling', width: 24 }),
  text('author', 'Entered by', 'Внёс'),
];

/** One controlled transport unit a row: the short form first. */
export const LINE_COLUMNS: readonly Column[] = [
  ...SHORT_FORM,
  ...CONTROL,
  ...TRANSPORT,
  ...ROUTE,
  ...GOODS,
  ...FOUND,
];

/** Seizures, detentions and discrepancies worth telling. */
export const CASE_COLUMNS: readonly Column[] = [
  column('id')('caseId', 'Case id', 'Ид. случая', { width: 8 }),
  code('kind', 'Kind', 'Вид', { list: 'caseKind', required: true }),
  text('substance', 'Substance', 'Вещество', { required: true, width: 26 }),
  code('certainty', 'Certainty', 'Достоверность', { list: 'certainty', required: true, width: 24 }),
  country('detectedBy', 'Detected by', 'Кем выявлено', { required: true }),
  country('seizedBy', 'Seized by', 'Кем изъято'),
  column('instant')('at', 'Date and time', 'Дата и время'),
  texts('lineIds', 'Lines: ids or numbers (;)', 'Строки: ид. или номера (;)', { width: 24 }),
  code('chemical', 'Chemical', 'По перечню', { list: 'chemical', width: 28 }),
  ...quantity('quantity', 'Quantity', 'Количество'),
  code('basis', 'Gross or net', 'Брутто или нетто', { list: 'basis' }),
  column('counter')('packages', 'Packages', 'Мест'),
  text('concealment', 'Concealment', 'Место сокрытия', { width: 30 }),
  code('detectionMethod', 'Detection method', 'Метод выявления', { list: 'method', width: 26 }),
  text('riskIndicator', 'Risk indicator', 'Индикатор риска'),
  column('counter')('personsDetained', 'Persons detained', 'Задержано лиц'),
  text('wanted', 'Asked of others', 'Что требуется от других', { width: 30 }),
  text('bulletinText.en', 'Text for the bulletin, English', 'Текст для бюллетеня, английский', { width: 34 }),
  text('bulletinText.ru', 'Text for the bulletin, Russian', 'Текст для бюллетеня, русский', { width: 34 }),
  code('handling', 'Handling', 'Порядок передачи', { list: 'handling', width: 24 }),
];

/** What became known later of a line or a case. */
export const FOLLOW_UP_COLUMNS: readonly Column[] = [
  column('id')('followUpId', 'Id', 'Ид.', { width: 8 }),
  code('kind', 'Kind', 'Вид', { list: 'followUpKind', required: true, width: 26 }),
  text('caseId', 'About case (id)', 'О случае (ид.)', { width: 20 }),
  column('day')('lineDay', 'About line: its day', 'О строке: её день'),
  text('lineId', 'About line: its id', 'О строке: её ид.', { width: 20 }),
  column('instant')('at', 'Date and time', 'Дата и время'),
  code('result', 'Laboratory result', 'Результат лаборатории', { list: 'laboratoryResult', width: 24 }),
  text('substance', 'Substance', 'Вещество', { width: 26 }),
  code('chemical', 'Chemical', 'По перечню', { list: 'chemical', width: 28 }),
  code('outcome', 'Decision', 'Решение', { list: 'outcome' }),
  ...quantity('quantity', 'Final quantity', 'Окончательное количество'),
  code('handling', 'Handling', 'Порядок передачи', { list: 'handling', width: 24 }),
];
