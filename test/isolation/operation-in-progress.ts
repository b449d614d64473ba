import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { BulletinRenderer } from '../../apps/bulletin/bulletin/bulletin-renderer.js';
import { stubFiles } from '../../apps/bulletin/bulletin/testing/stub-files.js';
import { type IdentityBed } from '../../apps/identity/testing/identity-bed.js';
import { eventually } from '../support/probe.js';
import { type Answer, type Sent } from '../support/service-under-test.js';
import { draftedLine, forwardedReport, heldReport, markIn } from './marked-reports.js';
import { COUNTRIES, DRAFT_DAY, FORWARDED_DAY, HELD_DAY, type Operation, unitsOf } from './nine-countries.js';

const HEAD = 'ocu_head/akhmetov';
const ANALYST = 'ocu_analyst/iskakov';

/** Ids by which the objects of one unit, or of its operation, are asked for. */
export type ObjectIds = Readonly<Record<string, string>>;

/** Both operations in the middle of their work, with markers in everything that the nine countries have said. */
export class OperationInProgress {
  private readonly findings = new Map<string, string>();
  textId = '';
  sha256 = '0'.repeat(64);

  constructor(
    private readonly bed: IdentityBed,
    readonly operation: Operation,
  ) {}

  async play(): Promise<void> {
    const waiting = COUNTRIES.values();
    const work = async () => {
      for (const country of waiting) {
        for (const unit of unitsOf(country)) await this.report(unit);
        await this.signDay(country);
      }
    };
    await Promise.all([work(), work(), work()]);
    await this.close();
    if (this.operation === 'tiny') await this.issue();
    const texts = await this.get(`coordination`, `days/${FORWARDED_DAY}/texts`, ANALYST);
    this.textId = (texts.body['texts'] as { textId: string }[])[0]?.textId ?? '';
  }

  /** Where the objects of a unit are. */
  idsOf(unit: string): ObjectIds {
    const mark = markIn(this.operation, unit, 'national');
    return {
      ...{ operation: this.operation, unit, country: unit.slice(0, 2), day: FORWARDED_DAY },
      ...{ revision: '1', finding: this.findings.get(unit) ?? '', line: mark('ID') },
      ...{ number: '1', file: 'bulletin.en.html', textId: this.textId, sha256: this.sha256 },
      ...{ account: randomUUID(), key: '0'.repeat(16), proposal: randomUUID() },
    };
  }

  private async report(unit: string): Promise<void> {
    const { operation } = this;
    const [open, closed] = [markIn(operation, unit, 'forwarded'), markIn(operation, unit, 'national')];
    const person = markIn(operation, unit, 'person');
    const officer = `pcu_officer:${unit}/${person('OF')}`;
    const contact = `contact_point:${unit.slice(0, 2)}/${person('CP')}`;
    const reports = `units/${unit}/daily-reports`;
    const first = `${reports}/${FORWARDED_DAY}/revisions/1`;
    const reasonsOf = (text: string) => [{ text, language: 'en' }];
    const at = '2017-09-05T14:00:00Z';
    await this.post(reports, { party: officer, at, body: forwardedReport(operation, unit) });
    await this.post(`${first}/hold`, { party: contact, at, body: { reasons: reasonsOf(closed('HO')) } });
    await this.post(`${first}/forward`, { party: contact, at });
    const questions = reasonsOf(open('QU'));
    await this.post(`${first}/query`, { party: ANALYST, at, body: { questions } });
    await this.post(`${first}/answer`, { party: contact, at, body: { text: open('AN'), language: 'en' } });
    await this.answerFinding(unit, officer, open('FA'));
    const later = { party: officer, at: '2017-09-06T14:00:00Z', body: heldReport(operation, unit) };
    await this.post(reports, later);
    await this.post(`${reports}/${HELD_DAY}/revisions/1/return`, {
      ...{ party: contact, at: later.at, body: { reasons: reasonsOf(closed('BA')) } },
    });
    await this.draft(unit, officer);
    await this.notify(unit);
  }

  private async answerFinding(unit: string, party: string, text: string): Promise<void> {
    const findings = `units/${unit}/daily-reports/${FORWARDED_DAY}/findings`;
    const at = '2017-09-05T15:00:00Z';
    const { body } = await this.get('reporting', findings, party, at);
    const listed = body['findings'] as { findingId: string; field: string }[];
    const id = listed.find(({ field }) => field.startsWith('lines[0]'))?.findingId ?? '';
    this.findings.set(unit, id);
    await this.post(`${findings}/${id}/answer`, { party, at, body: { text, language: 'en' } });
  }

  private async draft(unit: string, party: string): Promise<void> {
    const draft = `/api/reporting/operations/${this.operation}/units/${unit}/drafts/${DRAFT_DAY}`;
    const line = draftedLine(this.operation, unit);
    const at = '2017-09-07T13:00:00Z';
    const remarks = [{ text: markIn(this.operation, unit, 'national')('DR'), language: 'en' }];
    expectTaken(await this.bed.services.put(draft, { party, at, body: { kind: 'report', remarks } }));
    expectTaken(await this.bed.services.put(`${draft}/lines/${line.lineId}`, { party, at, body: line }));
  }

  private async notify(unit: string): Promise<void> {
    for (const recipient of [`unit:${unit}`, `contact_point:${unit.slice(0, 2)}`]) {
      await this.bed.services.query(
        'reporting',
        `insert into notification (id, operation, operation_day, unit, recipient, kind, moment, cut_off, created_at)
         values (gen_random_uuid(), $1, '${HELD_DAY}', $2, $3, 'report_missing', 'before-60', now(), now())`,
        [this.operation, unit, recipient],
      );
    }
  }

  private signDay(country: string): Promise<void> {
    const party = `contact_point:${country}/${markIn(this.operation, `${country}-ONE`, 'person')('SI')}`;
    const path = `countries/${country}/days/${FORWARDED_DAY}/signature`;
    return this.post(path, { party, at: '2017-09-06T03:00:00Z', body: { confirmMissing: true } });
  }

  private async close(): Promise<void> {
    const path = `/api/coordination/operations/${this.operation}/days/${FORWARDED_DAY}/closing`;
    const assessment = { en: 'Quiet.', ru: 'Спокойно.' };
    const sent = { party: HEAD, at: '2017-09-06T06:00:00Z', body: { assessment } };
    await eventually(async () => (await this.bed.services.post(path, sent)).status < 300, {
      describe: 'closing to be possible',
    });
    const bulletin = `bulletins/1/revisions/0`;
    await eventually(async () => (await this.get('bulletin', bulletin, HEAD)).status === 200, {
      describe: 'the draft of the bulletin',
    });
  }

  private async issue(): Promise<void> {
    const renderer = this.bed.services.services.get('bulletin')?.app.get(BulletinRenderer);
    if (renderer) jest.spyOn(renderer, 'render').mockImplementation(async (_snapshot, at) => stubFiles(at));
    const edition = `/api/bulletin/operations/${this.operation}/bulletins/1/revisions/0`;
    const at = '2017-09-06T07:00:00Z';
    expectTaken(await this.bed.services.post(`${edition}/issue/proposal`, { party: ANALYST, at }));
    const issued = await this.bed.services.post(`${edition}/issue`, { party: HEAD, at });
    expectTaken(issued);
    this.sha256 = (issued.body['files'] as { sha256: string }[])[0]?.sha256 ?? '';
  }

  private async post(path: string, sent: Sent): Promise<void> {
    expectTaken(await this.bed.services.post(this.address('reporting', path), sent));
  }

  private get(service: string, path: string, party: string, at?: string): Promise<Answer> {
    return this.bed.services.get(this.address(service, path), { party, ...(at !== undefined && { at }) });
  }

  private address(service: string, path: string): string {
    return `/api/${service}/operations/${this.operation}/${path}`;
  }
}

function expectTaken({ status, text }: Answer): void {
  if (status >= 300) throw new Error(text);
}
