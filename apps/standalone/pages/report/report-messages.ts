import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';

/** Texts of the page on which a unit's daily report is sent as a sheet and the contact point forwards it. */
const table = defineMessages({
  'report.title': { en: 'Daily report: {unit}', ru: 'Ежедневный отчёт: {unit}' },
  'report.title_error': { en: 'Error: {title}', ru: 'Ошибка: {title}' },
  'report.lead': {
    en: 'Choose the operation day, download the sheet, fill it in with Excel or LibreOffice, and send it here.',
    ru: 'Выберите день операции, скачайте форму, заполните её в Excel или LibreOffice и отправьте здесь.',
  },
  'report.day': { en: 'Operation day', ru: 'День операции' },
  'report.show': { en: 'Show', ru: 'Показать' },
  'report.state.heading': { en: 'State of the report', ru: 'Состояние отчёта' },
  'report.state.none': {
    en: 'No report has been sent for this day.',
    ru: 'Отчёт за этот день не направлялся.',
  },
  'report.revision': { en: 'Revision', ru: 'Редакция' },
  'report.state': { en: 'State', ru: 'Состояние отчёта' },
  'report.sent': { en: 'Sent', ru: 'Время отправки' },
  'report.sent_by': { en: 'Sender', ru: 'Отправитель' },
  'report.sheet.heading': { en: 'The sheet', ru: 'Форма отчёта' },
  'report.sheet.download': {
    en: 'Download the sheet for {day} (XLSX)',
    ru: 'Скачать форму за {day} (XLSX)',
  },
  'report.sheet.note': {
    en: 'When a report of the day exists, the sheet comes filled with its newest revision, so that a correction starts from it.',
    ru: 'Если отчёт за этот день уже есть, форма содержит сведения его последней редакции: исправления вносятся в неё.',
  },
  'report.file': { en: 'Filled sheet, up to 2 MB', ru: 'Заполненная форма, до 2 МБ' },
  'report.check': { en: 'Check only', ru: 'Только проверить' },
  'report.send': { en: 'Send', ru: 'Отправить' },
  'report.file.missing': { en: 'Choose the filled sheet first.', ru: 'Сначала выберите заполненную форму.' },
  'report.problem.heading': { en: 'The sheet was not accepted', ru: 'Форма не принята' },
  'report.problem.step': { en: 'This was not done', ru: 'Действие не выполнено' },
  'report.text.missing': {
    en: 'Write the reason or the answer first.',
    ru: 'Сначала напишите причину или ответ.',
  },
  'report.problem.more': {
    en: 'Only the first {shown} of {total} places are shown.',
    ru: 'Показано мест с ошибками: {shown} из {total}.',
  },
  'report.of': { en: '{unit}, {day}', ru: '{unit}, {day}' },
  'report.checked': {
    en: 'The sheet is in order. Sent, it becomes revision {revision}. Nothing has been sent yet.',
    ru: 'Форма заполнена верно. После отправки она станет редакцией {revision}. Отчёт пока не направлен.',
  },
  'report.known': {
    en: 'The sheet is in order. This report has been accepted already as revision {revision}; sent again, nothing changes.',
    ru: 'Форма заполнена верно. Этот отчёт уже принят, редакция {revision}; повторная отправка ничего не изменит.',
  },
  'report.accepted': {
    en: 'Accepted as revision {revision}. It now waits for the national contact point.',
    ru: 'Отчёт принят, редакция {revision}. Он ожидает рассмотрения в национальном контактном пункте.',
  },
  'report.repeated': {
    en: 'This report had been accepted before as revision {revision}. Nothing was stored twice.',
    ru: 'Этот отчёт уже был принят ранее, редакция {revision}. Повторно ничего не записано.',
  },
  'report.other_day': {
    en: 'Attention: the sheet is for {sheet}, and this page was opened for {page}.',
    ru: 'Внимание: форма относится к другому дню — {sheet}. Страница открыта за {page}.',
  },
  'report.done.forward': {
    en: 'Revision {revision} is forwarded.',
    ru: 'Отчёт (редакция {revision}) направлен координационной группе.',
  },
  'report.done.return': {
    en: 'Revision {revision} is returned to the unit.',
    ru: 'Отчёт (редакция {revision}) возвращён группе на доработку.',
  },
  'report.done.hold': {
    en: 'Revision {revision} is held. It is not forwarded until you forward it.',
    ru: 'Рассмотрение отчёта (редакция {revision}) приостановлено. Без вашего решения он направлен не будет.',
  },
  'report.done.answer': { en: 'The answer is recorded.', ru: 'Ответ записан.' },
  'report.done.close': { en: 'The question about the data is closed.', ru: 'Вопрос по данным закрыт.' },
  'report.findings': { en: 'Please look at these places', ru: 'Обратите внимание на следующие места' },
  'report.understood': { en: 'Understood as', ru: 'Прочитано следующим образом' },
  'report.forward': { en: 'Forward revision {revision}', ru: 'Направить редакцию {revision}' },
  'report.forward.note': {
    en: 'Forwarding gives the report, as shown above without what is withheld, to the Operation Coordination Unit.',
    ru: 'Отчёт в приведённом выше виде, кроме сведений с отметкой «не передаётся», будет передан координационной группе операции.',
  },
  'report.decision': { en: 'Forward, return or hold', ru: 'Направить, вернуть или приостановить' },
  'report.back': {
    en: 'Return or hold revision {revision}',
    ru: 'Вернуть или приостановить редакцию {revision}',
  },
  'report.back.text': { en: 'Reason', ru: 'Причина' },
  'report.back.field': { en: 'Field it concerns, if any', ru: 'Поле, к которому она относится (если есть)' },
  'report.back.whole': { en: 'The whole report', ru: 'Отчёт в целом' },
  'report.text_language': { en: 'Language of the text', ru: 'Язык текста' },
  'report.back.return': { en: 'Return to the unit', ru: 'Вернуть на доработку' },
  'report.back.hold': { en: 'Hold', ru: 'Приостановить рассмотрение' },
  'report.check_notes': {
    en: 'Check and get it back with comments',
    ru: 'Проверить и получить с примечаниями',
  },
  'report.clock': {
    en: 'Demonstration: the server’s clock shows today, so a report of this operation of 2017 sent here always counts as late.',
    ru: 'Демонстрация: сервер использует текущую дату, поэтому отчёт этой операции 2017 года, отправленный здесь, всегда считается поступившим после срока.',
  },
  'report.who.pcu_officer': {
    en: 'officer of the Port Control Unit',
    ru: 'сотрудник группы портового контроля',
  },
  'report.who.contact_point': { en: 'national contact point', ru: 'национальный контактный пункт' },
  'report.who.ocu_analyst': {
    en: 'analyst of the Operation Coordination Unit',
    ru: 'аналитик координационной группы операции',
  },
  'report.who.ocu_head': {
    en: 'head of the Operation Coordination Unit',
    ru: 'руководитель координационной группы операции',
  },
  'report.who.system': { en: 'the system', ru: 'автоматически' },
  'report.steps': { en: 'Reasons, questions and answers', ru: 'Причины, запросы и ответы' },
  'report.step.return': {
    en: 'Revision {revision}: returned for correction',
    ru: 'Редакция {revision}: возврат на доработку',
  },
  'report.step.hold': {
    en: 'Revision {revision}: held',
    ru: 'Редакция {revision}: рассмотрение приостановлено',
  },
  'report.step.withdraw': { en: 'Revision {revision}: withdrawn', ru: 'Редакция {revision}: отзыв отчёта' },
  'report.step.query': {
    en: 'Revision {revision}: question of the coordination unit',
    ru: 'Редакция {revision}: запрос координационной группы',
  },
  'report.step.answer': { en: 'Revision {revision}: answer', ru: 'Редакция {revision}: ответ на запрос' },
  'report.summary.heading': { en: 'Content of revision {revision}', ru: 'Содержание редакции {revision}' },
  'report.summary.counts': { en: 'Controls by kind and regime', ru: 'Контроль по видам и режимам' },
  'report.summary.lines': { en: 'Lines', ru: 'Строки' },
  'report.summary.more_lines': {
    en: 'The first {shown} of {total} lines are shown; the sheet has all of them.',
    ru: 'Показано строк: {shown} из {total}; в форме приведены все.',
  },
  'report.summary.cases': { en: 'Cases', ru: 'Случаи' },
  'report.summary.follow_ups': { en: 'Follow-ups', ru: 'Последующие сведения' },
  'report.summary.remarks': { en: 'Remarks', ru: 'Примечания' },
  'report.fact.kind': { en: 'Kind of report', ru: 'Вид отчёта' },
  'report.fact.nil_reason': { en: 'Reason of the nil report', ru: 'Причина нулевого отчёта' },
  'report.fact.prepared': { en: 'Prepared', ru: 'Подготовлен' },
  'report.fact.change': { en: 'Change of an earlier report', ru: 'Изменение прежнего отчёта' },
  'report.fact.reason': { en: 'Reason of the change', ru: 'Причина изменения' },
  'report.fact.reason_text': { en: 'Explanation of the change', ru: 'Пояснение к изменению' },
  'report.fact.equipment': { en: 'Equipment out of order', ru: 'Неисправное оборудование' },
  'report.column.kind_regime': { en: 'Kind, regime', ru: 'Вид, режим' },
  'report.column.controls': { en: 'Lines', ru: 'Строк' },
  'report.column.number': { en: 'Number', ru: 'Номер' },
  'report.column.kind': { en: 'Kind', ru: 'Вид' },
  'report.column.regime': { en: 'Regime', ru: 'Режим' },
  'report.column.goods': { en: 'Goods', ru: 'Товар' },
  'report.column.quantity': { en: 'Quantity', ru: 'Количество' },
  'report.column.outcome': { en: 'Outcome', ru: 'Результат' },
  'report.column.field': { en: 'Field', ru: 'Поле' },
  'report.column.before': { en: 'Before', ru: 'Было' },
  'report.column.after': { en: 'Now', ru: 'Стало' },
  'report.differences': {
    en: 'Differences to the revision before',
    ru: 'Отличия от предыдущей редакции',
  },
  'report.differences.none': { en: 'No field differs.', ru: 'Отличий нет.' },
  'report.differences.more': {
    en: 'The first {shown} of {total} differences are shown.',
    ru: 'Показано отличий: {shown} из {total}.',
  },
  'report.findings.open': { en: 'Questions about the data', ru: 'Вопросы по данным' },
  'report.findings.more': {
    en: 'The first {shown} of {total} are shown.',
    ru: 'Показано: {shown} из {total}.',
  },
  'report.finding.answered': { en: 'answered', ru: 'дан ответ' },
  'report.finding.answer': { en: 'Answer', ru: 'Ответ' },
  'report.finding.reason': { en: 'Answer, or reason of closing', ru: 'Ответ или причина закрытия' },
  'report.finding.do_answer': { en: 'Answer', ru: 'Ответить' },
  'report.finding.do_confirm': { en: 'Confirm: the data is right', ru: 'Подтвердить: данные верны' },
  'report.finding.do_close': { en: 'Close', ru: 'Закрыть вопрос' },
  'report.finding.said.answer': { en: 'Answer, {who}, {when}:', ru: 'Ответ, {who}, {when}:' },
  'report.finding.said.confirmation': {
    en: 'The data is confirmed, {who}, {when}.',
    ru: 'Данные подтверждены, {who}, {when}.',
  },
  'report.finding.said.closing': { en: 'Closed, {who}, {when}:', ru: 'Вопрос закрыт, {who}, {when}:' },
  'report.links': { en: 'Daily reports', ru: 'Ежедневные отчёты' },
});

export const reportCatalogue = createCatalogue(table);

/** A text of the report page in the language of the reader. */
export const reportMessage = reportCatalogue.message;
