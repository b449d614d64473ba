import { type ProblemEntry, words } from './problem-words.js';

/** What can stand against a revision, a supplement or a report after the operation's last day. */
export const REVISION_PROBLEMS = {
  'revision-not-newest': words(
    [
      'The report was changed meanwhile',
      'There is a newer revision, {newest}.',
      'Only the newest revision can be withdrawn.',
    ],
    [
      'Отчёт тем временем изменён',
      'Имеется более новая редакция — {newest}.',
      'Отозвать можно только последнюю редакцию.',
    ],
  ),
  'answer-names-withheld': words(
    [
      'The answer names what is not shared',
      'It holds a number, a name or an id that stays in the country, and it goes to the Operation Coordination Unit.',
      'Word the answer without it.',
    ],
    [
      'В ответе упомянуты сведения, не подлежащие передаче',
      'Текст содержит такой номер, наименование или идентификатор, а ответ направляется координационной группе операции.',
      'Изложите ответ без этих сведений.',
    ],
  ),
  'supplement-without-forwarded': words(
    [
      'There is nothing to supplement yet',
      'A supplement adds to a forwarded report, and no report of {unit} for {day} has been forwarded.',
      'Send the whole report as a correction of the newest revision.',
    ],
    [
      'Дополнять пока нечего',
      'Дополнение вносится в направленный отчёт, а отчёт группы {unit} за {day} ещё не направлялся.',
      'Передайте полный отчёт как исправление последней редакции.',
    ],
  ),
  'supplement-changes': words(
    [
      'A supplement only adds',
      'Fields that differ from the forwarded report otherwise: {count}.',
      'The list below names them.',
      'Leave what was forwarded as it is, or send the report as a correction.',
    ],
    [
      'Дополнение может только добавлять сведения',
      'Полей, которые иначе отличаются от направленного отчёта: {count}.',
      'Они перечислены ниже.',
      'Оставьте направленные сведения без изменений или передайте отчёт как исправление.',
    ],
  ),
  'follow-ups-only': words(
    [
      'The operation is over',
      'For {day}, after the last day of the operation ({lastDay}), follow-ups alone are taken.',
      'Send what became known as a report of the kind “follow_up”, or revise the report of the day that it belongs to.',
    ],
    [
      'Операция завершена',
      'За {day}, после последнего дня операции ({lastDay}), принимаются только последующие сведения.',
      'Передайте ставшие известными сведения отчётом вида «follow_up» или исправьте отчёт за тот день, к которому они относятся.',
    ],
  ),
  'follow-ups-ended': words(
    [
      'Follow-ups are no longer taken for this day',
      'The operation takes follow-ups for days up to {followUpsUntil}.',
      'Ask the Operation Coordination Unit.',
    ],
    [
      'Последующие сведения за этот день не принимаются',
      'По плану операции они принимаются за дни по {followUpsUntil} включительно.',
      'Обратитесь в координационную группу операции.',
    ],
  ),
  'follow-up-kind-too-early': words(
    [
      'During the operation follow-ups stand in the daily report',
      'A report of the kind “follow_up” is for days after {lastDay}.',
      'Put the follow-ups into the report of the day; a nil report may have them too.',
    ],
    [
      'В ходе операции последующие сведения включаются в ежедневный отчёт',
      'Отчёт вида «follow_up» передаётся за дни после {lastDay}.',
      'Включите эти сведения в отчёт за день; нулевой отчёт также может их содержать.',
    ],
  ),
} satisfies Record<string, ProblemEntry>;
