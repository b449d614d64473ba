import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type DailyReportForwarded } from '#libs/contracts/daily-report/daily-report-events.dto.js';
import { type DataKey } from './data-key.js';
import { type Pseudonyms } from './pseudonyms.js';
import { attach, detach, withErased } from './sealed-fields.js';

/** What names a forwarded revision among the events of its operation. */
export type ToldKey = Pick<DailyReportForwarded, 'unit' | 'operationDay' | 'revision'>;

/** The nominal part of a forwarded report, as it is sealed into the event. */
interface ToldNominal {
  readonly values: readonly string[];
  readonly reasonText?: string;
}

/** A forwarded report as it was shared. */
export interface OpenedTold {
  readonly content: DailyReportContent;
  readonly reasonText?: string;
}

const placeOf = ({ unit, operationDay, revision }: ToldKey): string =>
  `forwarded event ${unit} ${operationDay} ${revision}`;

/**
 * Seals the nominal values of a forwarded report into the event. What stays in the open has pseudonyms in the place of
 * numbers, so that it is counted without a key, also when the key was destroyed.
 */
export function sealTold(
  { key, pseudonyms }: { readonly key: DataKey; readonly pseudonyms: Pseudonyms },
  told: ToldKey,
  report: OpenedTold,
): Pick<DailyReportForwarded, 'content'> & { readonly nominal: string } {
  const { bare: content, values } = detach(report.content, pseudonyms);
  const { reasonText } = report;
  const sealed: ToldNominal = { values, ...(reasonText !== undefined && { reasonText }) };
  return { content, nominal: key.sealRepeatably(JSON.stringify(sealed), placeOf(told)).toString('base64') };
}

/**
 * The content of a forwarded report with its nominal values.
 * @param key undefined: it was destroyed, and they read as erased
 * @param nominal undefined: the event carries them in the open
 */
export function openTold(
  key: DataKey | undefined,
  told: ToldKey,
  content: DailyReportContent,
  nominal: string | null | undefined,
): OpenedTold {
  if (nominal === undefined || nominal === null) return { content };
  if (!key) return { content: withErased(content) };
  const sealed = JSON.parse(key.open(Buffer.from(nominal, 'base64'), placeOf(told))) as ToldNominal;
  const { values, reasonText } = sealed;
  return { content: attach(content, values), ...(reasonText !== undefined && { reasonText }) };
}
