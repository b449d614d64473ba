import { defineMessages } from '../catalogue.js';

/**
 * What reached the bulletin after its day: reported later, supplements, corrections, follow-ups, each by itself; and
 * remarks of units. A substance is presumed until a laboratory has confirmed it.
 */
export const laterInformationMessages = defineMessages({
  'reported_later.caption': {
    en: 'Information on earlier days that is counted for the first time',
    ru: 'Сведения за предыдущие дни, учтённые впервые',
  },
  'supplements.caption': {
    en: 'Controls and cases added to reports of earlier days',
    ru: 'Проверки и случаи, добавленные к отчётам за предыдущие дни',
  },
  'corrections.caption': {
    en: 'Reports of earlier days that were put right',
    ru: 'Исправленные отчёты за предыдущие дни',
  },
  'follow_ups.caption': {
    en: 'What became known of earlier controls and cases',
    ru: 'Сведения о ранее проведённых проверках и выявленных случаях',
  },
  'follow_ups.note': {
    en: 'Follow-ups add no controls; they count from the day of the report that gives them.',
    ru: 'Последующие сведения не увеличивают число проверок и учитываются со дня, за который представлен содержащий их отчёт.',
  },
  'follow_ups.none': { en: 'No follow-ups were reported.', ru: 'Последующих сведений не поступало.' },
  'follow_ups.more': {
    en: 'Further follow-ups in the annex: {count}.',
    ru: 'Прочие последующие сведения в приложении: {count}.',
  },
  'follow_up.news': {
    en: '{place}. {subject}. {information}.',
    ru: '{place}. {subject}. {information}.',
  },
  'follow_ups.day': { en: 'Report of', ru: 'Отчёт за' },
  'follow_ups.subject': { en: 'Refers to', ru: 'К чему относится' },
  'follow_ups.information': { en: 'Information', ru: 'Сведения' },
  'follow_up.case': { en: 'Case {id}, {day}', ru: 'Случай {id}, {day}' },
  'follow_up.line': { en: '{kind}, {day}', ru: '{kind}, {day}' },
  'follow_up.unmatched': { en: 'no counted control or case', ru: 'учтённая проверка не найдена' },
  'follow_up.confirmed': { en: 'Confirmed by laboratory', ru: 'Подтверждено лабораторией' },
  'follow_up.confirmed_substance': {
    en: 'Confirmed by laboratory: {substance}',
    ru: 'Подтверждено лабораторией: {substance}',
  },
  'follow_up.not_confirmed': { en: 'Not confirmed by laboratory', ru: 'Не подтверждено лабораторией' },
  'follow_up.not_confirmed_substance': {
    en: 'Not confirmed by laboratory; found: {substance}',
    ru: 'Не подтверждено лабораторией; установлено: {substance}',
  },
  'follow_up.inconclusive': {
    en: 'Laboratory result inconclusive',
    ru: 'Лабораторное исследование не дало однозначного результата',
  },
  'follow_up.inconclusive_substance': {
    en: 'Laboratory result inconclusive; presumptively {substance}',
    ru: 'Лабораторное исследование не дало однозначного результата; предположительно {substance}',
  },
  'follow_up.decision': { en: 'Decision: {outcome}', ru: 'Решение: {outcome}' },
  'follow_up.final_quantity': {
    en: 'Final quantity: {quantity}',
    ru: 'Окончательное количество: {quantity}',
  },
  'highlight.changes': {
    en: 'Earlier days: {parts}; effect on controls: {difference}.',
    ru: 'За предыдущие дни: {parts}; изменение числа проверок: {difference}.',
  },
  'change_count.reported_later': { en: 'reported later {count}', ru: 'сообщено позднее — {count}' },
  'change_count.supplement': { en: 'supplements {count}', ru: 'дополнений — {count}' },
  'change_count.correction': { en: 'corrections {count}', ru: 'исправлений — {count}' },
  'highlight.follow_ups': { en: 'Follow-ups: {parts}.', ru: 'Последующие сведения: {parts}.' },
  'follow_up_count.laboratory_result': {
    en: 'laboratory results {count}',
    ru: 'результатов лабораторных исследований — {count}',
  },
  'follow_up_count.decision': { en: 'decisions {count}', ru: 'решений — {count}' },
  'follow_up_count.final_quantity': { en: 'final quantities {count}', ru: 'уточнений количества — {count}' },
  'remarks.heading': { en: 'Remarks of units', ru: 'Примечания групп портового контроля' },
  'remark.line': { en: '{place}: {text}', ru: '{place}: {text}' },
  'remark.original_line': {
    en: '{place} (original only; language: {language}): {text}',
    ru: '{place} (только на языке оригинала; язык: {language}): {text}',
  },
});
