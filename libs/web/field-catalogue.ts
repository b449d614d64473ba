import { DECIMAL_PROBLEMS } from '#libs/reference/measures/api-decimal.js';
import { type ProblemLanguage } from './problem-catalogue.js';
import { SHEET_FIELD_PROBLEMS } from './sheet-field-problems.js';

type Words = Readonly<Record<ProblemLanguage, string>>;

const both = (en: string, ru: string): Words => ({ en, ru });

const DECIMALS = Object.fromEntries(
  Object.entries(DECIMAL_PROBLEMS).map(([problem, words]) => [`decimal-${problem}`, words]),
);

/** What is wrong with one field and what to do, by the code of the field problem. */
export const FIELD_PROBLEMS: Readonly<Record<string, Words>> = {
  required: both('This field is required.', 'Это поле обязательно.'),
  unexpected: both(
    'This field is not known here. Check its name or remove it.',
    'Это поле здесь не предусмотрено. Проверьте его название или удалите его.',
  ),
  null: both(
    'Must not be null. Leave the field out when its value is not known.',
    'Значение null не допускается. Если значение неизвестно, не передавайте поле.',
  ),
  blank: both(
    'Must not be blank. Give a value or leave the field out: blank is not zero.',
    'Значение не может быть пустым. Укажите его или не передавайте поле: пустое значение не означает ноль.',
  ),
  'not-of-type-integer': both(
    'Must be a whole number, without quotation marks, for example 12.',
    'Укажите целое число без кавычек, например 12.',
  ),
  'not-of-type-string': both('Must be text in quotation marks.', 'Укажите текст в кавычках.'),
  'not-of-type-boolean': both('Must be true or false.', 'Допустимы только значения true и false.'),
  'not-of-type-array': both('Must be a list in square brackets.', 'Укажите список в квадратных скобках.'),
  'not-of-type-object': both('Must be an object in curly brackets.', 'Укажите объект в фигурных скобках.'),
  'unknown-value': both('Must be one of: {allowed}.', 'Допустимые значения: {allowed}.'),
  'too-small': both('Must be at least {limit}.', 'Значение должно быть не меньше {limit}.'),
  'too-large': both('Must be at most {limit}.', 'Значение должно быть не больше {limit}.'),
  'too-short': both('Must have at least {limit} characters.', 'Минимальная длина в знаках: {limit}.'),
  'too-long': both('Must have at most {limit} characters.', 'Максимальная длина в знаках: {limit}.'),
  'too-few': both(
    'The list must have at least {limit} entries.',
    'Минимальное число элементов списка: {limit}.',
  ),
  'too-many': both(
    'The list may have at most {limit} entries.',
    'Максимальное число элементов списка: {limit}.',
  ),
  'not-a-day': both(
    'Must be a day of the calendar, year-month-day, for example 2017-09-05.',
    'Укажите дату в формате «год-месяц-день», например 2017-09-05.',
  ),
  'not-an-instant': both(
    'Must be a date and time with the offset from UTC, for example 2017-09-05T18:30:00+05:00.',
    'Укажите дату и время со смещением от UTC, например 2017-09-05T18:30:00+05:00.',
  ),
  'not-a-utc-instant': both(
    'Must be a date and time in UTC, for example 2017-09-05T13:30:00Z.',
    'Укажите дату и время UTC, например 2017-09-05T13:30:00Z.',
  ),
  'not-a-country-code': both(
    'Must be a country code of two Latin capital letters (ISO 3166-1), for example KZ.',
    'Укажите код страны из двух прописных латинских букв (ISO 3166-1), например KZ.',
  ),
  'not-a-unit-id': both(
    'Must be the id of a unit, for example UZ-ANG.',
    'Укажите идентификатор группы портового контроля, например UZ-ANG.',
  ),
  'not-an-operation-code': both(
    'Must be the code of an operation: small Latin letters, digits and hyphens.',
    'Укажите код операции: строчные латинские буквы, цифры и дефисы.',
  ),
  'not-a-uuid': both(
    'Must be a UUID, for example 3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10.',
    'Укажите идентификатор UUID, например 3f2a8c1e-5b7d-4e9a-8c21-0d4f6b7a9e10.',
  ),
  'not-a-sha256': both(
    'Must be a SHA-256 in 64 hexadecimal digits.',
    'Укажите значение SHA-256 из 64 шестнадцатеричных цифр.',
  ),
  'not-a-field-path': both(
    'Must name a field of the report as findings do, for example lines[0].goods[0].net.',
    'Укажите поле отчёта в том виде, в каком его указывают замечания, например lines[0].goods[0].net.',
  ),
  'decimal-number-inexact': both(
    'This number has too many digits to be exact. Send it as text, for example "20063.1".',
    'В этом числе слишком много цифр, чтобы сохранить точность. Передайте его строкой, например "20063.1".',
  ),
  ...DECIMALS,
  ...SHEET_FIELD_PROBLEMS,
  'wrong-form': both(
    'The value does not have the required form; see the API description.',
    'Значение не соответствует требуемому формату; см. описание API.',
  ),
  'impossible-text': both(
    'The text holds characters that are no text (NUL or half a surrogate pair). Remove them.',
    'Текст содержит недопустимые символы (NUL или неполную суррогатную пару). Удалите их.',
  ),
  'required-for-nil': both(
    'A nil report must give its reason: closed, no_traffic or equipment.',
    'В нулевом отчёте необходимо указать причину: closed, no_traffic или equipment.',
  ),
  'only-for-nil': both(
    'A reason is given in nil reports only. Remove it, or send the report as “nil”.',
    'Причина указывается только в нулевом отчёте. Удалите её или передайте отчёт вида «nil».',
  ),
  'not-for-kind': both(
    'A report of the kind “{kind}” must not have this field. Remove it, or send the report as “report”.',
    'В отчёте вида «{kind}» этого поля быть не должно. Удалите его или передайте отчёт вида «report».',
  ),
  repeated: both(
    '“{value}” stands here for the second time; it must be unique in the report.',
    'Значение «{value}» указано повторно; в отчёте оно должно быть единственным.',
  ),
  'follow-up-reference': both(
    'A follow-up refers either to a case (caseId) or to a line (lineDay and lineId). Give exactly one of the two.',
    'Последующие сведения относятся либо к случаю (caseId), либо к строке (lineDay и lineId). Укажите что-то одно.',
  ),
  'required-for-follow-up': both(
    'A follow-up of the kind “{kind}” must have this field.',
    'Для последующих сведений вида «{kind}» это поле обязательно.',
  ),
  'not-for-follow-up': both(
    'A follow-up of the kind “{kind}” must not have this field. Remove it.',
    'Для последующих сведений вида «{kind}» это поле не предусмотрено. Удалите его.',
  ),
  'decision-pending': both(
    'A decision says what was decided, never “pending”.',
    'Решение должно содержать принятый исход; значение «pending» не допускается.',
  ),
  'required-for-kind': both(
    'A report of the kind “{kind}” must have this field.',
    'Для отчёта вида «{kind}» это поле обязательно.',
  ),
  'changed-by-supplement': both(
    'This differs from the forwarded report. A supplement leaves it as it is.',
    'Значение отличается от указанного в направленном отчёте. Дополнение не должно его изменять.',
  ),
  'removed-by-supplement': both(
    'The forwarded report has “{value}” here, and the supplement does not. Add it again as it was.',
    'В направленном отчёте здесь имеется «{value}», а в дополнении нет. Восстановите эти сведения в прежнем виде.',
  ),
  'lowered-by-supplement': both(
    'This counter is lower than in the forwarded report. In a supplement counters can only grow.',
    'Показатель меньше указанного в направленном отчёте. В дополнении показатели могут только увеличиваться.',
  ),
  'answer-or-confirm': both(
    'Give either a text with its language, or “confirmed”: true.',
    'Укажите либо текст с его языком, либо «confirmed»: true.',
  ),
  'json-empty': both('The request has no body.', 'Тело запроса отсутствует.'),
  'json-not-an-object': both(
    'The body must be a JSON object in curly brackets.',
    'Тело запроса должно быть объектом JSON в фигурных скобках.',
  ),
  'json-syntax': both(
    'The JSON breaks off or is written wrongly at line {line}, column {column}.',
    'JSON обрывается или записан неверно: строка {line}, позиция {column}.',
  ),
  'json-not-utf8': both('The text is not in UTF-8.', 'Текст передан не в кодировке UTF-8.'),
  'json-byte-order-mark': both(
    'The text begins with a byte order mark. Save it as UTF-8 without BOM.',
    'Текст начинается с метки порядка байтов. Сохраните его в UTF-8 без BOM.',
  ),
  'json-duplicate-key': both(
    'A field is given twice in one object, and it is not clear which value counts. Give it once.',
    'Поле указано в одном объекте дважды, и неясно, какое значение верно. Укажите его один раз.',
  ),
  'json-too-deep': both(
    'The values are nested more than {limit} levels deep.',
    'Глубина вложенности превышает допустимую ({limit}).',
  ),
};

/** The words of a field problem; the general ones for a code that is not in the catalogue. */
export function fieldWords(code: string, language: ProblemLanguage): string {
  const known = Object.hasOwn(FIELD_PROBLEMS, code) ? FIELD_PROBLEMS[code] : FIELD_PROBLEMS['wrong-form'];
  return known?.[language] ?? '';
}
