import { formatDayShort } from '#libs/localization/dates.js';
import { isLabelCode, labelOf } from '#libs/localization/labels.js';
import { type Language } from '#libs/localization/language.js';
import { pageMessage } from './page-messages.js';
import { type OperationContent } from './read-home.js';
import { reportPath } from './report/report-view.js';

/** The own units' reports of the last days, each with the link to its page; undefined for a party without units. */
export function ownReportsView(content: OperationContent, language: Language): object | undefined {
  const { plan, own, bulletins } = content;
  const heading = pageMessage(language, 'own.heading');
  if (!own) return { heading, note: pageMessage(language, 'own.unavailable') };
  if (own.length === 0) return undefined;
  const closed = new Set(bulletins.map(({ operationDay }) => operationDay));
  // The newest first: a narrow screen shows the first columns.
  const days = [...new Set(own.map(({ day }) => day))].sort().reverse();
  return {
    heading,
    corner: pageMessage(language, 'coverage.unit'),
    days: days.map((day) => formatDayShort(day, language)),
    rows: plan.units.flatMap(({ id, name }) => {
      const reports = days.flatMap((day) => own.filter((report) => report.unit === id && report.day === day));
      if (reports.length === 0) return [];
      const cells = reports.map(({ day, state }) => ({
        href: `${reportPath(plan.code, id)}?lang=${language}&day=${day}`,
        text: stateInWords(state, closed.has(day), language),
        of: `${name[language]}, ${formatDayShort(day, language)}`,
      }));
      return { unit: name[language], cells };
    }),
  };
}

function stateInWords(state: string | undefined, isClosed: boolean, language: Language): string {
  if (state === undefined) return pageMessage(language, isClosed ? 'own.missing' : 'own.none');
  return isLabelCode('report_state', state) ? labelOf('report_state', state, language) : state;
}
