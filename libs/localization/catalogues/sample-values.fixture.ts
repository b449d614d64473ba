import { type Language } from '../language.js';
import { message, type MessageKey, messagePlaces } from '../messages.js';

/** One plausible value for every place of every message; Russian ones where the text differs. */
const SAMPLES: Readonly<Record<string, string | number>> = {
  awaited: 3,
  after: 14,
  before: 12,
  count: 2,
  country: 'Kazakhstan',
  day: '5 September 2017',
  days: 30,
  difference: '+12',
  expected: 48,
  figure: 'Examinations',
  function: 'Head of the Operation Coordination Unit',
  hash: 'b1946ac9',
  instant: '6 September 2017, 10:00 (UTC+06:00)',
  label: 'Kazakhstan',
  late: 1,
  local: '6 September 2017, 08:30 (UTC+04:30)',
  nil: 2,
  number: '12',
  page: 1,
  pages: 4,
  quantity: '20\u00a0kg',
  reason: 'no connection',
  received: 43,
  reported: 1,
  revision: '1',
  substance: 'acetic anhydride',
  total: 1360,
  unit: 'Aktau',
  units: 'Aktau, Osh',
  value: 12,
  values: 'Kazakhstan: 12',
};
const RUSSIAN_SAMPLES: typeof SAMPLES = {
  country: 'Казахстан',
  day: '5 сентября 2017 года',
  figure: 'Досмотр',
  function: 'руководитель координационной группы операции',
  instant: '6 сентября 2017 года, 10:00 (UTC+06:00)',
  label: 'Казахстан',
  local: '6 сентября 2017 года, 08:30 (UTC+04:30)',
  quantity: '20\u00a0кг',
  reason: 'нет связи',
  substance: 'ангидрид уксусной кислоты',
  unit: 'Актау',
  units: 'Актау, Ош',
  values: 'Казахстан: 12',
};
/** Places whose name means something else in that message. */
const BY_KEY: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  'bulletin.numbered_title': { number: 'No.\u00a012' },
  'bulletin.supplementary_title': { number: 'No.\u00a031' },
  'bulletin.revised': { number: 'No.\u00a012' },
  'table.partial': { expected: 2 },
};

/** The message as it is printed with the sample values; a no-break space shows as `_`. */
export function printed(language: Language, key: MessageKey): string {
  const values = messagePlaces(language, key).map((place) => [place, sample(language, key, place)] as const);
  const print = message as (language: Language, key: string, values: object) => string;
  return print(language, key, Object.fromEntries(values)).replaceAll('\u00a0', '_');
}

function sample(language: Language, key: MessageKey, place: string): string | number {
  const own = BY_KEY[key]?.[place];
  if (own !== undefined) return language === 'ru' && typeof own === 'string' ? own.replace('No.', '№') : own;
  const value = (language === 'ru' ? RUSSIAN_SAMPLES[place] : undefined) ?? SAMPLES[place];
  if (value === undefined) throw new RangeError(`There is no sample for the place "${place}" of ${key}`);
  return value;
}
