import { SERVICES } from '#libs/contracts/topics.js';
import { formatDayRange } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { formatList } from '#libs/localization/typography.js';
import { type Participant } from '#libs/reference/reference-data.types.js';
import { bulletinRows } from './bulletin-rows.js';
import { checkMessage } from './check/check-messages.js';
import { CHECK_PATH } from './check/check-view.js';
import { countryName, inOrderOf } from './country-names.js';
import { coverageTable } from './coverage-view.js';
import { pageMessage } from './page-messages.js';
import { ownReportsView } from './own-reports-view.js';
import { partyInWords } from './party-in-words.js';
import { isAllowed } from './reader.js';
import { type OperationContent } from './read-home.js';
import { reportMessage } from './report/report-messages.js';
import { reportPath } from './report/report-view.js';
import { type DayCoverage } from './services-api.types.js';

export interface HomeInput {
  readonly language: Language;
  readonly countries: readonly Participant[];
  readonly operations: readonly OperationContent[];
}

/** Content of the home page; the template prints it as it is. */
export function homeView(input: HomeInput): object {
  const { language, operations } = input;
  return {
    language,
    title: pageMessage(language, 'home.title'),
    lead: pageMessage(language, 'home.lead'),
    check: { href: `${CHECK_PATH}?lang=${language}`, text: checkMessage(language, 'check.title') },
    keys: { href: '/api/bulletin/keys', text: checkMessage(language, 'check.link.keys') },
    noOperation: pageMessage(language, 'operation.none_own'),
    operations: operations.map((operation) => operationView(operation, input)),
    api: {
      heading: pageMessage(language, 'api.heading'),
      docs: pageMessage(language, 'api.docs'),
      services: SERVICES.map((name) => ({
        name: pageMessage(language, `api.${name}`),
        docs: `/api/${name}/docs`,
        openApi: `/api/${name}/openapi.json`,
      })),
    },
  };
}

function operationView(content: OperationContent, { language, countries }: HomeInput): object {
  const { plan, days, party } = content;
  const codes = inOrderOf(countries, language, new Set(plan.countries.map(({ code }) => code)));
  const names = codes.map((code) => countryName(countries, code, language));
  return {
    code: plan.code,
    name: plan.name[language],
    facts: [
      ...(party
        ? [fact(pageMessage(language, 'operation.role'), partyInWords(party, countries, language))]
        : []),
      fact(pageMessage(language, 'operation.period'), formatDayRange(plan.firstDay, plan.lastDay, language)),
      fact(
        pageMessage(language, 'operation.countries', { count: codes.length }),
        formatList(names, language),
      ),
      fact(pageMessage(language, 'operation.units'), String(plan.units.length)),
    ],
    coverage: days && coverageView(days, language),
    board: days && {
      href: `/operations/${plan.code}?lang=${language}`,
      text: pageMessage(language, 'operation.board'),
    },
    own: ownReportsView(content, language),
    reports: reportLinks(content, language),
    bulletins: bulletinsView(content, language),
  };
}

/** The report pages of the units for which the party sends or forwards. */
function reportLinks({ plan, party }: OperationContent, language: Language): object | undefined {
  const units = plan.units.filter(({ id, country }) =>
    isAllowed(party, 'daily-report.submit', { unit: id, country }),
  );
  if (units.length === 0) return undefined;
  return {
    heading: reportMessage(language, 'report.links'),
    links: units.map(({ id, name }) => ({
      href: `${reportPath(plan.code, id)}?lang=${language}`,
      text: name[language],
    })),
  };
}

const fact = (term: string, text: string): { term: string; text: string } => ({ term, text });

function coverageView(days: readonly DayCoverage[], language: Language): object {
  const table = coverageTable(days, language);
  return {
    heading: pageMessage(language, 'coverage.heading'),
    caption: pageMessage(language, 'coverage.caption'),
    note: table.rows.length > 0 ? '' : pageMessage(language, 'coverage.nothing_yet'),
    corner: pageMessage(language, 'coverage.state'),
    ...table,
  };
}

function bulletinsView({ plan, party, bulletins: all }: OperationContent, language: Language): object {
  const mayPreview = isAllowed(party, 'bulletin.read-draft');
  const bulletins = mayPreview ? all : all.filter(({ state }) => state === 'issued');
  return {
    heading: pageMessage(language, 'bulletins.heading'),
    note: bulletins.length > 0 ? '' : pageMessage(language, 'bulletins.none'),
    rows: bulletinRows(plan, bulletins, language),
  };
}
