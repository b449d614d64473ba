import { foldWords } from './nominal-fold.domain.js';

/** Legal forms of companies in the region, and of those that trade with it. */
const LEGAL_FORMS = [
  'LLC LLP LTD LIMITED INC CORP CORPORATION CO COMPANY PLC JSC OJSC CJSC PJSC JV SA AG BV SRL SPA',
  'GMBH FZE FZC FZCO PVT PRIVATE IE',
  'ООО ОАО ЗАО ПАО АО ЧАО ИП ЧП УП ЧУП ГУП ФГУП ГП СП ДП ТОО КХ ФХ',
  'МЧЖ MCHJ ХК XK ҚК QK АЖ AJ ЖШС АҚ АО ОсОО ОСДО ЖЧК ААК ЖАК ҶДММ ҶСП ҶСК ХДММ',
  'MMC ММС ASC QSC HJ AS STI TIC SAN',
  'შპს სს',
]
  .join(' ')
  .split(' ');

const FOLDED_FORMS: ReadonlySet<string> = new Set(LEGAL_FORMS.flatMap((form) => foldWords(form)));

/** What officers write where there is no name or number to write. */
const NAMES_NOBODY: ReadonlySet<string> = new Set(
  [
    'none',
    'nil',
    'no',
    'no data',
    'not known',
    'not given',
    'unknown',
    'n/a',
    'same',
    'to order',
    'individual',
    'private person',
    'нет',
    'нет данных',
    'не указан',
    'не указано',
    'неизвестно',
    'неизвестен',
    'не установлен',
    'отсутствует',
    'тот же',
    'физическое лицо',
    'физлицо',
    'частное лицо',
    'б/н',
    'без номера',
  ].map((words) => foldWords(words).join('')),
);

/** Whether the words name nothing: `none`, `б/н`, «физическое лицо». */
export const namesNobody = (words: readonly string[]): boolean => NAMES_NOBODY.has(words.join(''));

/** Words of a company's name without its legal form; of a name that is nothing else, all of them. */
export function nameWords(written: string): string[] {
  const words = foldWords(written);
  const from = formLength(words);
  const rest = words.slice(from);
  const to = rest.length - formLength([...rest].reverse(), (form) => [...form].reverse());
  return to > 0 ? rest.slice(0, to) : words;
}

/** How many of the first words are a legal form, written in one (`OOO`) or apart (`O.O.O.`). */
function formLength(
  words: readonly string[],
  inOrder: (form: readonly string[]) => readonly string[] = (form) => form,
): number {
  let length = 0;
  for (let more = 4; more > 0; more--) {
    const form = inOrder(words.slice(length, length + more)).join('');
    if (length + more > words.length || !FOLDED_FORMS.has(form)) continue;
    length += more;
    more = 5;
  }
  return length;
}
