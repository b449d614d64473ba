/** Own tables: what Intl prints differs between the ICU versions of two machines, and bulletins are compared byte for byte. */
export const ENGLISH_MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Genitive, as a date needs it. Source: CLDR 47, ru, format-wide months. */
export const RUSSIAN_MONTHS_GENITIVE: readonly string[] = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** Nominative, for a heading of its own. Source: CLDR 47, ru, stand-alone wide months, with a capital letter. */
export const RUSSIAN_MONTHS_STANDING: readonly string[] = [
  'Январь',
  'Февраль',
  'Март',
  'Апрель',
  'Май',
  'Июнь',
  'Июль',
  'Август',
  'Сентябрь',
  'Октябрь',
  'Ноябрь',
  'Декабрь',
];
