import { forwardedReport } from './marked-reports.js';
import { DRAFT_DAY, FORWARDED_DAY, HELD_DAY } from './nine-countries.js';
import { AUDIT } from './center-routes.js';
import { type Actor } from './actors.js';
import { type Found } from './markers.js';
import { CONTACT, type Examples, OCU, UNIT } from './route-example.js';

const REPORTS = '/operations/:operation/units/:unit/daily-reports';
const REPORT = `${REPORTS}/:day`;
const REVISION = `${REPORT}/revisions/:revision`;
const DRAFT = '/operations/:operation/units/:unit/drafts/:day';
const COUNTRY = '/operations/:operation/countries/:country';
const onDraftDay = { day: DRAFT_DAY };
const onHeldDay = { day: HELD_DAY };
const text = { text: 'x', language: 'en' };
const reasons = () => ({ reasons: [text] });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whoever answers a query of the OCU is its counterpart, known by the account (docs/nominal-data.md); officers are not. */
const counterpart = ({ role }: Actor, { marker }: Found): boolean =>
  role.startsWith('ocu_') && /PCP$/i.test(marker);

export const REPORTING: Examples = {
  ...AUDIT,
  [`GET ${REPORT}`]: { may: UNIT },
  [`GET ${REPORT}/diff`]: { may: UNIT, query: 'from=1&to=1' },
  [`GET ${REVISION}`]: { may: { ...UNIT, ...OCU }, alsoTells: counterpart },
  [`GET ${REVISION}/raw`]: { may: UNIT },
  [`POST ${REVISION}/return`]: { may: CONTACT, with: onHeldDay, body: reasons },
  [`POST ${REVISION}/hold`]: { may: CONTACT, with: onHeldDay, body: reasons },
  [`POST ${REVISION}/withdraw`]: { may: UNIT, with: onHeldDay, body: () => ({ reason: text }) },
  [`POST ${REVISION}/forward`]: { may: CONTACT },
  [`POST ${REVISION}/query`]: { may: OCU, body: () => ({ questions: [text] }) },
  [`POST ${REVISION}/answer`]: { may: CONTACT, body: () => text },
  [`POST ${REPORTS}`]: {
    may: UNIT,
    query: 'dryRun=true',
    body: ({ operation = '', unit = '' }) => forwardedReport(operation, unit),
  },
  [`GET ${REPORT}/template.xlsx`]: { may: UNIT },
  [`POST ${REPORTS}/sheet`]: { may: UNIT, body: () => 'PK', media: xlsx },
  [`GET ${REPORT}/lines.csv`]: { may: UNIT },
  [`POST ${REPORT}/lines.csv`]: {
    ...{ may: UNIT, body: () => 'lineId\n', media: 'text/csv' },
  },
  [`GET ${REPORT}/findings`]: { may: { ...UNIT, ...OCU } },
  [`POST ${REPORT}/findings/:finding/answer`]: { may: UNIT, body: () => text, foreignIds: ['finding'] },
  [`POST ${REPORT}/findings/:finding/close`]: {
    may: { ...CONTACT, ...OCU },
    body: () => ({ reason: 'x', language: 'en' }),
    foreignIds: ['finding'],
  },
  [`GET ${DRAFT}`]: { may: UNIT, with: onDraftDay },
  [`PUT ${DRAFT}`]: { may: UNIT, with: onDraftDay, body: () => ({ kind: 'report' }) },
  [`PUT ${DRAFT}/lines/:line`]: { may: UNIT, with: onDraftDay, body: () => ({ number: 'X' }) },
  [`DELETE ${DRAFT}/lines/:line`]: { may: UNIT, with: onDraftDay, foreignIds: ['line'] },
  [`POST ${DRAFT}/send`]: { may: UNIT, with: onDraftDay },
  [`DELETE ${DRAFT}`]: { may: UNIT, with: onDraftDay },
  [`GET ${COUNTRY}/days/:day`]: { may: CONTACT },
  [`GET ${COUNTRY}/days/:day/signature`]: { may: CONTACT },
  [`POST ${COUNTRY}/days/:day/signature`]: { may: CONTACT, body: () => ({ confirmMissing: true }) },
  [`POST ${COUNTRY}/nil-reports`]: {
    may: CONTACT,
    body: ({ unit = '' }) => ({ operationDay: FORWARDED_DAY, units: [unit], reason: 'closed' }),
  },
  ['GET /operations/:operation/notifications']: { may: { pcu_officer: 'all', contact_point: 'all' } },
  ['POST /operations/:operation/notifications/read']: {
    may: { pcu_officer: 'all', contact_point: 'all' },
    body: () => ({ ids: ['00000000-0000-4000-8000-000000000000'] }),
  },
};
