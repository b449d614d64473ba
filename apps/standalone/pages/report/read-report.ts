import { type PartyApi, type UnitDay } from '../services-api.js';
import { type ReportContent } from './report-api.types.js';
import { hasReasons } from './steps-view.js';

/** Revisions whose fields are named beside what was said of them. */
const MOST_REVISIONS = 10;

/** Everything that the page shows of the report of a day. @throws ProblemError */
export async function readReport(api: PartyApi, report: UnitDay): Promise<ReportContent> {
  const history = await api.dailyReport(report);
  if (!history) return { history, contents: new Map(), findings: undefined, differences: undefined };
  const [newest, before] = [...history.revisions].reverse().map(({ revision }) => revision);
  const spokenOf = history.stateChanges.filter(hasReasons).map(({ revision }) => revision);
  const wanted = new Set([newest, before, ...spokenOf.reverse()].filter((one) => one !== undefined));
  const [contents, findings, differences] = await Promise.all([
    Promise.all(
      [...wanted]
        .slice(0, MOST_REVISIONS)
        .map(async (revision) => [revision, (await api.revision(report, revision)).content] as const),
    ),
    api.findings(report),
    newest === undefined || before === undefined
      ? undefined
      : api.differences(report, before, newest).then((answer) => answer.differences),
  ]);
  return { history, contents: new Map(contents), findings, differences };
}
