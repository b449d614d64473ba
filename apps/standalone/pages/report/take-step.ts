import { type IncomingMessage } from 'node:http';
import { type Language } from '#libs/localization/language.js';
import { ProblemError } from '#libs/web/problem.js';
import { readForm } from '../read-form.js';
import { type PartyApi, type UnitDay } from '../services-api.js';
import { type SheetOutcome } from './report-api.types.js';
import { reportMessage } from './report-messages.js';

/** Bytes of a form with a text: 4,000 characters, percent-encoded, and the rest. */
const LIMIT = 32 * 1024;

export interface AskedStep {
  readonly api: PartyApi;
  readonly report: UnitDay;
  readonly language: Language;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Does what a form of the page asks: forward, return or hold a revision; answer, confirm or close a finding.
 * @throws ProblemError 400 for a form that is none of the page's
 */
export async function takeStep(request: IncomingMessage, asked: AskedStep): Promise<SheetOutcome> {
  const { query } = asked;
  if (query['do'] === 'forward') return asked.api.step(asked.report, revisionOf(query), 'forward', undefined);
  const form = await readForm(request, LIMIT);
  const text = (form.get('text') ?? '').trim();
  const written = form.get('textLanguage') ?? asked.language;
  if (typeof query['finding'] === 'string') return sayOfFinding(asked, query['finding'], form, text, written);
  const step = form.get('step');
  if (step !== 'return' && step !== 'hold') throw new ProblemError(400, 'request-invalid');
  if (text === '') return missing(asked.language);
  const field = form.get('field') ?? '';
  const reasons = [{ ...(field !== '' && { field }), text, language: written }];
  return asked.api.step(asked.report, revisionOf(query), step, { reasons });
}

async function sayOfFinding(
  { api, report, language }: AskedStep,
  finding: string,
  form: URLSearchParams,
  text: string,
  written: string,
): Promise<SheetOutcome> {
  const step = form.get('step');
  if (step === 'confirm') return api.sayOfFinding(report, finding, 'answer', { confirmed: true });
  if (step !== 'answer' && step !== 'close') throw new ProblemError(400, 'request-invalid');
  if (text === '') return missing(language);
  const said = step === 'answer' ? { text, language: written } : { reason: text, language: written };
  return api.sayOfFinding(report, finding, step, said);
}

const missing = (language: Language): SheetOutcome => ({
  ...{ kind: 'refused', isStep: true, text: reportMessage(language, 'report.text.missing') },
  ...{ places: [], total: 0 },
});

function revisionOf({ revision }: Readonly<Record<string, unknown>>): number {
  if (typeof revision !== 'string' || !/^[1-9]\d{0,5}$/.test(revision))
    throw new ProblemError(400, 'request-invalid');
  return Number(revision);
}
