import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type DailyReportContent } from '#libs/contracts/daily-report/daily-report-content.dto.js';
import { type Finding } from '#libs/contracts/finding.dto.js';
import { type DataKey } from '#libs/nominal/data-key.js';
import { ERASED } from '#libs/nominal/erased.js';
import { countryOfUnit, KeysDestroyedError, NominalKeys } from '#libs/nominal/nominal-keys.js';
import { type Pseudonyms } from '#libs/nominal/pseudonyms.js';
import { ProblemError } from '#libs/web/problem.js';
import { attach, detach, withErased } from '#libs/nominal/sealed-fields.js';

/** What is sealed of a report: values of its content, what findings say of them, and why it was corrected. */
export interface OpenReport {
  readonly content: DailyReportContent;
  readonly findings: readonly Finding[];
  readonly reasonText?: string | null | undefined;
}

/** A report that was opened. */
export type OpenedReport = OpenReport & { readonly reasonText: string | null };

/** The same as its table keeps it. `nominal` is null where an earlier version kept the whole in the open. */
export interface StoredReport extends Omit<OpenReport, 'reasonText'> {
  /** Where it stands in the open. */
  readonly reasonText?: string | null | undefined;
  readonly nominal: Buffer | null;
}

interface Sealed {
  readonly values: readonly string[];
  readonly details: readonly (string | null)[];
  readonly reasonText: string | null;
}

/** Seals what reporting keeps of reports under the key of their country, and opens it again. */
@Injectable()
export class ReportSeal {
  constructor(private readonly keys: NominalKeys) {}

  /** The key to seal with. @throws ProblemError 410 once the keys of the operation were destroyed */
  async key(manager: EntityManager, operation: string, unit: string): Promise<DataKey> {
    return this.keys.forSealing(manager, operation, countryOfUnit(unit)).catch(refused(operation));
  }

  /** @throws ProblemError 410 once the keys of the operation were destroyed */
  async pseudonyms(manager: EntityManager, operation: string): Promise<Pseudonyms> {
    return this.keys.pseudonyms(manager, operation).catch(refused(operation));
  }

  /** The key to open with; undefined where it was destroyed. */
  async opening(manager: EntityManager, operation: string, unit: string): Promise<DataKey | undefined> {
    return (await this.keys.forOpening(manager, operation)).get(countryOfUnit(unit));
  }
}

const refused =
  (operation: string) =>
  (error: unknown): never => {
    if (error instanceof KeysDestroyedError)
      throw new ProblemError(410, 'nominal-data-erased', { operation });
    throw error;
  };

/** @param place names the record among those of its country and operation */
export function sealReport(key: DataKey, report: OpenReport, place: string): StoredReport {
  const { bare, values } = detach(report.content);
  const sealed: Sealed = {
    values,
    details: detailsOf(report.findings),
    reasonText: report.reasonText ?? null,
  };
  return {
    content: bare,
    findings: withoutDetails(report.findings),
    nominal: key.seal(JSON.stringify(sealed), place),
  };
}

/** @param key undefined: it was destroyed, and the nominal values read as erased */
export function openReport(key: DataKey | undefined, stored: StoredReport, place: string): OpenedReport {
  const { content, findings, nominal, reasonText = null } = stored;
  if (!nominal) return { content, findings, reasonText };
  if (!key) return { content: withErased(content), findings, reasonText };
  const sealed = JSON.parse(key.open(nominal, place)) as Sealed;
  return {
    content: attach(content, sealed.values),
    findings: withDetails(findings, sealed.details),
    reasonText: sealed.reasonText,
  };
}

/** A text of its own, such as a reason. */
export const sealText = (key: DataKey, text: string, place: string): string =>
  key.seal(text, place).toString('base64');

/** @param key undefined: it was destroyed */
export const openText = (key: DataKey | undefined, sealed: string, place: string): string =>
  key ? key.open(Buffer.from(sealed, 'base64'), place) : ERASED;

/** The details of findings, by their place. */
export const detailsOf = (findings: readonly Finding[]): (string | null)[] =>
  findings.map(({ detail = null }) => detail);

/** Findings as they may stand in the open: what they found can be part of a number. */
export const withoutDetails = (findings: readonly Finding[]): Finding[] =>
  findings.map(({ detail: _detail, ...finding }) => finding);

/** Puts details back where they were. */
export const withDetails = (findings: readonly Finding[], details: readonly (string | null)[]): Finding[] =>
  findings.map((finding, at) => withDetail(finding, details[at]));

const withDetail = (finding: Finding, detail: string | null | undefined): Finding =>
  detail === null || detail === undefined ? finding : { ...finding, detail };
