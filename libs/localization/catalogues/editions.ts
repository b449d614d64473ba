import { defineMessages } from '../catalogue.js';

/** Supplementary bulletins and revised editions: what they are, and what they say otherwise. */
export const editionMessages = defineMessages({
  'revised.heading': { en: 'Revised edition', ru: 'Пересмотренный бюллетень' },
  'revised.line': { en: '{figure}: {changes}.', ru: '{figure}: {changes}.' },
  'revised.day': {
    en: 'on the reporting day {after} (was {before})',
    ru: 'за отчётный день — {after} (было {before})',
  },
  'revised.period': { en: 'in the period {after} (was {before})', ru: 'за период — {after} (было {before})' },
  'revised.cumulative': {
    en: 'since the start {after} (was {before})',
    ru: 'с начала операции — {after} (было {before})',
  },
  'revised.no_figures': { en: 'No figure has changed.', ru: 'Показатели не изменились.' },
  'revised.unit_days': {
    en: 'Reports counted differently: {count} (see annex).',
    ru: 'Отчётов, учтённых иначе, чем прежде: {count} (см. приложение).',
  },
  'revised.more': {
    en: 'Further changed figures in the annex: {count}.',
    ru: 'Прочие изменившиеся показатели в приложении: {count}.',
  },
  'revised.annex': {
    en: 'Changes from the edition before',
    ru: 'Изменения по сравнению с предыдущей редакцией',
  },
  'revised.figures': { en: 'Figures that have changed', ru: 'Изменившиеся показатели' },
  'revised.scope': { en: 'Counted over', ru: 'За какой период' },
  'revised.before': { en: 'Before', ru: 'Было' },
  'revised.after': { en: 'Now', ru: 'Стало' },
  'revised.all_countries': { en: 'All countries', ru: 'Все страны' },
  'supplementary.ended': {
    en: 'The operation has ended; this bulletin gives what became known afterwards.',
    ru: 'Операция завершена; в бюллетене приводятся сведения, поступившие после её окончания.',
  },
  'supplementary.outstanding': {
    en: 'Controls with outcome pending: {pending}; cases confirmed by laboratory: {confirmed}.',
    ru: 'Проверки, по которым решение не принято: {pending}; случаи, подтверждённые лабораторией: {confirmed}.',
  },
  'supplementary.highlights': { en: 'Highlights', ru: 'Главное за период' },
  'supplementary.by_country': {
    en: 'Since the start of the operation, by country',
    ru: 'С начала операции, по странам',
  },
  'supplementary.figures': { en: 'Figures of the period', ru: 'Показатели за период' },
  'supplementary.figures_caption': { en: 'Period and cumulative', ru: 'За период и нарастающим итогом' },
  'supplementary.period': { en: 'Period', ru: 'За период' },
  'supplementary.sum_note': {
    en: 'Cumulative = previous bulletin + period + reported later + supplements + corrections + follow-ups; the sum has been checked.',
    ru: 'Нарастающий итог = предыдущий бюллетень + за период + сообщено позднее + дополнения + исправления + последующие сведения; сумма проверена.',
  },
  'supplementary.chemical_controls': { en: 'Controls, period', ru: 'Проверки за период' },
  'supplementary.chemical_quantity': { en: 'Declared net, period', ru: 'Заявлено нетто за период' },
  'fact.operation': { en: 'Operation', ru: 'Сроки операции' },
  'headline.confirmed': { en: 'Confirmed by laboratory', ru: 'Подтверждено лабораторией' },
  'headline.pending': { en: 'Outcome pending', ru: 'На рассмотрении' },
});
