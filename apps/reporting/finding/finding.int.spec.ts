import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wronglyDescribed } from '#libs/web/testing/described-answer.js';
import { type Sent } from '../../../test/support/service-under-test.js';
import { aLine, aSubmission } from '../testing/a-submission.js';
import { ANALYST, codeOf, CONTACT, DAY, OFFICER, REPORTS, ReportBed } from '../testing/report-bed.js';
import { type FindingAnswer, type FindingsAnswer } from './finding.answers.dto.js';

/** The check digit is 3. */
const ODD = aLine({ number: 'CSQU3054384' });
/** In order. */
const SECRET = aLine({ lineId: 'secret', number: 'TGHU7654320', handling: 'withheld' });
const ANSWER = { text: 'As on the document.', language: 'en' };
const CLOSING = { reason: 'Seen.', language: 'en' };

let bed: ReportBed;
beforeAll(async () => {
  bed = await ReportBed.start();
});
afterAll(() => bed.stop());
beforeEach(() => bed.empty());

const list = async (party = OFFICER, more: Partial<Sent> = {}): Promise<FindingsAnswer> =>
  (await bed.read('/findings', { party, ...more })).body as unknown as FindingsAnswer;
const findingOf = async (code: string, party = OFFICER): Promise<FindingAnswer> => {
  const found = (await list(party)).findings.find((finding) => finding.code === code);
  if (!found) throw new Error(`no finding ${code}`);
  return found;
};
const say = (verb: 'answer' | 'close', findingId: string, body: object, party = OFFICER) =>
  bed.services.post(`${REPORTS}/${DAY}/findings/${findingId}/${verb}`, {
    ...{ party, at: '2017-09-05T15:00:00.000Z', body },
  });

describe('the findings of a day', () => {
  it('are told in the language of the reader, with field, severity and detail', async () => {
    await bed.submit(aSubmission({ lines: [ODD] }));
    const { findings, ...rest } = await list(CONTACT, { headers: { 'accept-language': 'ru' } });
    expect(rest).toEqual({
      ...{ operation: 'tiny', unit: 'UZ-CHU', operationDay: DAY },
      ...{ revision: 1, open: 2, answered: 0, closed: 0 },
    });
    expect(findings).toEqual([
      {
        findingId: expect.stringMatching(/^[0-9a-f]{24}$/),
        code: 'identifier.check-digit',
        severity: 'warning',
        field: 'lines[0].number',
        message: 'Контрольная цифра не соответствует остальной части номера.',
        state: 'open',
        entries: [],
      },
      expect.objectContaining({ code: 'chemical.controlled', detail: 'II 1990-11-11' }),
    ]);
  });

  it('are answered by the officer and closed by the contact point; what was said stays with who and when', async () => {
    await bed.submit(aSubmission({ lines: [ODD] }));
    const { findingId } = await findingOf('identifier.check-digit');
    expect((await say('answer', findingId, ANSWER)).body).toMatchObject({ open: 1, answered: 1, closed: 0 });
    await say('answer', findingId, { confirmed: true });
    expect((await say('close', findingId, CLOSING, CONTACT)).body).toMatchObject({ answered: 0, closed: 1 });
    const said = { at: '2017-09-05T15:00:00.000Z', ofEarlierValue: false };
    expect((await findingOf('identifier.check-digit')).entries).toEqual([
      { kind: 'answer', role: 'pcu_officer', party: OFFICER, ...ANSWER, ...said },
      { kind: 'confirmation', role: 'pcu_officer', party: OFFICER, ...said },
      { kind: 'closing', role: 'contact_point', party: CONTACT, text: 'Seen.', language: 'en', ...said },
    ]);
  });

  it('take the same answer and the same closing once', async () => {
    await bed.submit(aSubmission({ lines: [ODD] }));
    const { findingId } = await findingOf('identifier.check-digit');
    for (let time = 0; time < 2; time++) expect((await say('answer', findingId, ANSWER)).status).toBe(200);
    for (const party of [CONTACT, CONTACT])
      expect((await say('close', findingId, CLOSING, party)).status).toBe(200);
    expect((await findingOf('identifier.check-digit')).entries).toHaveLength(2);
    expect(codeOf(await say('answer', findingId, ANSWER))).toBe('409 finding-closed');
  });

  it('keep their answers over revisions, wherever the line stands, until the value is another one', async () => {
    await bed.submit(aSubmission({ lines: [ODD] }));
    const { findingId } = await findingOf('identifier.check-digit');
    await say('answer', findingId, ANSWER);
    const before = aLine({ lineId: 'l0', number: 'TGHU0000000' });
    await bed.submit(aSubmission({ basedOn: 1, reason: 'recount', lines: [before, ODD] }));
    const moved = (await list()).findings.find((finding) => finding.findingId === findingId);
    expect(moved).toMatchObject({ field: 'lines[1].number', state: 'answered' });
    const other = { ...ODD, number: 'CSQU3054385' };
    await bed.submit(aSubmission({ basedOn: 2, reason: 'identifier', lines: [before, other] }));
    const changed = (await list()).findings.find((finding) => finding.findingId === findingId);
    expect(changed).toMatchObject({ state: 'open', entries: [{ text: ANSWER.text, ofEarlierValue: true }] });
    await bed.submit(aSubmission({ basedOn: 3, reason: 'identifier', lines: [before] }));
    expect(codeOf(await say('answer', findingId, ANSWER))).toBe('404 finding-unknown');
  });

  it('refuse an answer that says neither or both, and whom they do not concern', async () => {
    await bed.submit(aSubmission({ lines: [ODD] }));
    const { findingId } = await findingOf('identifier.check-digit');
    for (const body of [{}, { text: 'x' }, { ...ANSWER, confirmed: true }, { confirmed: false }])
      expect(codeOf(await say('answer', findingId, body))).toBe('400 invalid-fields');
    expect(codeOf(await say('close', findingId, {}, CONTACT))).toBe('400 invalid-fields');
    expect(codeOf(await say('close', findingId, CLOSING))).toBe('403 not-allowed');
    expect(codeOf(await say('answer', findingId, ANSWER, ANALYST))).toBe('403 not-allowed');
    expect(codeOf(await say('answer', findingId, ANSWER, 'pcu_officer:UZ-ANG/x'))).toBe('403 not-allowed');
    expect(codeOf(await say('close', findingId, CLOSING, 'contact_point:AF/x'))).toBe('403 not-allowed');
    expect(codeOf(await say('answer', 'x', ANSWER))).toBe('404 finding-unknown');
    await bed.empty();
    expect(codeOf(await say('answer', findingId, ANSWER))).toBe('404 report-unknown');
    expect(codeOf(await bed.read('/findings', { party: CONTACT }))).toBe('404 report-unknown');
  });
});

describe('the OCU', () => {
  const REPORT = aSubmission({ lines: [SECRET, ODD], counters: [] });

  it('goes on to see what was found in what it was told, whatever withheld records are added', async () => {
    const line = aLine({ endedAt: '2017-09-05T18:45:00+05:00' });
    const told = async () => (await list(ANALYST)).findings.map(({ code }) => code);
    await bed.submit(aSubmission({ lines: [line], counters: [] }));
    await bed.move('forward', 1);
    const before = await told();
    expect(before).toContain('time.prepared-before-end');
    const later = { preparedAt: '2017-09-05T18:50:00+05:00', lines: [line, SECRET], counters: [] };
    await bed.submit(aSubmission({ basedOn: 1, reason: 'recount', ...later }));
    await bed.move('forward', 2);
    expect(await told()).toEqual(before);
    const national = (await list(CONTACT)).findings.map(({ code }) => code);
    expect(national).not.toContain('time.prepared-before-end');
  });

  it('sees and closes findings of what was forwarded alone', async () => {
    await bed.submit(REPORT);
    const { findingId } = await findingOf('identifier.check-digit');
    expect(codeOf(await bed.read('/findings', { party: ANALYST }))).toBe('404 report-unknown');
    expect(codeOf(await say('close', findingId, CLOSING, ANALYST))).toBe('404 finding-unknown');
    await bed.move('forward', 1);
    const { findings, revision } = await list(ANALYST);
    expect([revision, ...findings.map(({ code, field }) => `${code} ${field}`)]).toEqual([
      1,
      'identifier.check-digit lines[0].number',
    ]);
    const national = await list(CONTACT);
    const withheld = national.findings.find(({ field }) => field.startsWith('lines[0]'))?.findingId ?? '';
    expect(codeOf(await say('close', withheld, CLOSING, ANALYST))).toBe('404 finding-unknown');
    expect((await say('close', findingId, CLOSING, ANALYST)).body).toMatchObject({ closed: 1 });
    expect(await findingOf('identifier.check-digit', CONTACT)).toMatchObject({
      state: 'closed',
      entries: [{ role: 'ocu_analyst', text: 'Seen.' }],
    });
  });

  it('reads no name of the country and no text that names a withheld record', async () => {
    await bed.submit(REPORT);
    const { findingId } = await findingOf('identifier.check-digit');
    await say('answer', findingId, { text: 'Loaded with TGHU 765432-0.', language: 'en' });
    await say('answer', findingId, ANSWER);
    await bed.move('forward', 1);
    const told = {
      kind: 'answer',
      role: 'pcu_officer',
      at: '2017-09-05T15:00:00.000Z',
      ofEarlierValue: false,
    };
    expect((await findingOf('identifier.check-digit', ANALYST)).entries).toEqual([
      told,
      { ...told, ...ANSWER },
    ]);
  });
});

describe('the API description', () => {
  it('says what the routes answer', async () => {
    const { body: document } = await bed.services.get('/api/reporting/openapi.json', { party: CONTACT });
    const path = '/api/reporting/operations/{operation}/units/{unit}/daily-reports/{day}/findings';
    await bed.submit(aSubmission({ lines: [ODD] }));
    const { findingId } = await findingOf('identifier.check-digit');
    const check = (method: 'get' | 'post', address: string, body: object) => {
      expect(wronglyDescribed(document, [method, address, 200], body)).toEqual([]);
      expect(wronglyDescribed(document, [method, address, 200], {})).not.toEqual([]);
    };
    check('post', `${path}/{finding}/answer`, (await say('answer', findingId, ANSWER)).body);
    check('post', `${path}/{finding}/close`, (await say('close', findingId, CLOSING, CONTACT)).body);
    check('get', path, await list());
  });
});
