import { type Gender, type RussianNounForms } from './plural.js';

/** How sure we are of the Russian term: high = found in official texts; medium = usual, to be reviewed by the OCU. */
export type Confidence = 'high' | 'medium' | 'low';

export interface CountedNoun {
  readonly en: { readonly one: string; readonly other: string };
  readonly ru: RussianNounForms;
  readonly gender: Gender;
  readonly confidence: Confidence;
}

type Forms = readonly [one: string, few: string, many: string, other?: string];

/** `other` (after a fraction) is the genitive singular; for a noun without adjective it equals `few`. */
function noun(
  en: readonly [one: string, other: string],
  [one, few, many, other = few]: Forms,
  gender: Gender,
  confidence: Confidence = 'high',
): CountedNoun {
  return { en: { one: en[0], other: en[1] }, ru: { one, few, many, other }, gender, confidence };
}

const [m, f, n] = ['masculine', 'feminine', 'neuter'] as const;

/**
 * What a bulletin counts. With 2–4 a Russian adjective stands in the genitive plural with a masculine or neuter noun
 * (2 нулевых отчёта) and in the nominative plural with a feminine one (2 транспортные единицы).
 */
const NOUNS = {
  container: noun(['container', 'containers'], ['контейнер', 'контейнера', 'контейнеров'], m),
  wagon: noun(['railway wagon', 'railway wagons'], ['вагон', 'вагона', 'вагонов'], m),
  truck: noun(
    ['truck', 'trucks'],
    ['грузовой автомобиль', 'грузовых автомобиля', 'грузовых автомобилей', 'грузового автомобиля'],
    m,
  ),
  transport_unit: noun(
    ['transport unit', 'transport units'],
    ['транспортная единица', 'транспортные единицы', 'транспортных единиц', 'транспортной единицы'],
    f,
    'medium',
  ),
  consignment: noun(['consignment', 'consignments'], ['партия', 'партии', 'партий'], f),
  examination: noun(['examination', 'examinations'], ['досмотр', 'досмотра', 'досмотров'], m),
  seal: noun(['seal', 'seals'], ['пломба', 'пломбы', 'пломб'], f),
  unit: noun(['unit', 'units'], ['группа', 'группы', 'групп'], f),
  port_control_unit: noun(
    ['Port Control Unit', 'Port Control Units'],
    ['группа портового контроля', 'группы портового контроля', 'групп портового контроля'],
    f,
  ),
  country: noun(['country', 'countries'], ['страна', 'страны', 'стран'], f),
  report: noun(['report', 'reports'], ['отчёт', 'отчёта', 'отчётов'], m),
  nil_report: noun(
    ['nil report', 'nil reports'],
    ['нулевой отчёт', 'нулевых отчёта', 'нулевых отчётов', 'нулевого отчёта'],
    m,
    'medium',
  ),
  case: noun(['case', 'cases'], ['случай', 'случая', 'случаев'], m),
  seizure: noun(['seizure', 'seizures'], ['изъятие', 'изъятия', 'изъятий'], n),
  discrepancy: noun(
    ['discrepancy', 'discrepancies'],
    ['несоответствие', 'несоответствия', 'несоответствий'],
    n,
  ),
  correction: noun(['correction', 'corrections'], ['исправление', 'исправления', 'исправлений'], n),
  supplement: noun(['supplement', 'supplements'], ['дополнение', 'дополнения', 'дополнений'], n, 'medium'),
  alert: noun(['alert', 'alerts'], ['сигнал', 'сигнала', 'сигналов'], m, 'medium'),
  warning: noun(
    ['warning', 'warnings'],
    [
      'предупредительное сообщение',
      'предупредительных сообщения',
      'предупредительных сообщений',
      'предупредительного сообщения',
    ],
    n,
    'medium',
  ),
  person: noun(['person', 'persons'], ['лицо', 'лица', 'лиц'], n),
  day: noun(['day', 'days'], ['день', 'дня', 'дней'], m),
  package: noun(
    ['package', 'packages'],
    ['грузовое место', 'грузовых места', 'грузовых мест', 'грузового места'],
    n,
    'medium',
  ),
  substance: noun(['substance', 'substances'], ['вещество', 'вещества', 'веществ'], n),
  piece: noun(['piece', 'pieces'], ['штука', 'штуки', 'штук'], f),
} as const satisfies Record<string, CountedNoun>;

export type NounId = keyof typeof NOUNS;

export const NOUN_IDS = Object.keys(NOUNS) as NounId[];

export function nounFor(id: NounId): CountedNoun {
  return NOUNS[id];
}

export function isNounId(value: string): value is NounId {
  return Object.hasOwn(NOUNS, value);
}
