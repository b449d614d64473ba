import { confirm, info, warning } from './finding-definition.js';

/** What can be remarked about the goods, figures and times of a daily report. */
export const REPORT_FINDINGS = Object.freeze({
  'chemical.controlled': info(
    'The chemical is under international control on the day of the report.',
    'На день отчёта вещество находится под международным контролем.',
  ),
  'chemical.not-yet-controlled': info(
    'The chemical came under international control only after the day of the report.',
    'Вещество поставлено под международный контроль позднее дня отчёта.',
  ),
  'pen.missing': confirm(
    'The goods are a substance of Table I, and no pre-export notification is given.',
    'Товар относится к веществам Таблицы I, а предварительное уведомление об экспорте не указано.',
  ),
  'found.differs-from-declared': warning(
    'The substance found is not the one declared, and the line records no discrepancy of goods.',
    'Обнаруженное вещество не совпадает с заявленным, а расхождение по товару в записи не отмечено.',
  ),
  'quantity.differs-from-declared': warning(
    'The measured quantity differs from the declared net quantity by more than the tolerance, and the line records no discrepancy of quantity.',
    'Измеренное количество отличается от заявленного нетто больше допустимого, а расхождение по количеству в записи не отмечено.',
  ),
  'quantity.above-payload': confirm(
    'The quantity is more than a transport unit of this kind carries.',
    'Количество превышает загрузку транспортной единицы этого вида.',
  ),
  'quantity.density-differs': confirm(
    'Mass and volume of the goods do not fit the density of the chemical.',
    'Масса и объём товара не согласуются с плотностью вещества.',
  ),
  'cas.other-chemical': warning(
    'The CAS number is that of another chemical than the one named.',
    'Номер CAS относится к другому веществу, а не к указанному.',
  ),
  'hs.other-chemical': warning(
    'The tariff code is not one under which the named chemical is classified.',
    'Указанное вещество не классифицируется по этому коду товара.',
  ),
  'counter.differs-from-lines': confirm(
    'The declared figure differs from the number of lines that it counts.',
    'Заявленный показатель не совпадает с числом соответствующих записей.',
  ),
  'counter.examined-above-profiled': confirm(
    'More transport units were examined than profiled.',
    'Досмотрено больше транспортных единиц, чем прошло профилирование.',
  ),
  'time.ended-before-started': warning(
    'The control ended before it started.',
    'Окончание контроля указано раньше его начала.',
  ),
  'time.other-day': confirm(
    'The control ended outside this operation day of the unit.',
    'Контроль завершён вне этого дня операции по местному времени группы.',
  ),
  'time.prepared-before-end': confirm(
    'The report was prepared before the last control ended.',
    'Отчёт составлен раньше, чем завершён последний контроль.',
  ),
  'figure.above-history': confirm(
    'The figure is far above what the unit reported on earlier days.',
    'Показатель значительно выше прежних показателей этой группы.',
  ),
  'country.not-participating': info(
    'The country does not take part in the operation.',
    'Эта страна не участвует в операции.',
  ),
  'report.empty': confirm(
    'The report has no counters, lines, cases or follow-ups. If there was nothing to report, send a nil report instead.',
    'В отчёте нет показателей, записей, случаев и последующих сведений. Если сообщать не о чем, направьте вместо него нулевой отчёт.',
  ),
  'follow-up.unknown-reference': confirm(
    'The follow-up refers to a line or case that this unit has not reported.',
    'Последующие сведения относятся к записи или случаю, о которых группа не сообщала.',
  ),
});
