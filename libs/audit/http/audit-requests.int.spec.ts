import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type EntityManager } from 'typeorm';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { type ServiceDefinition } from '#libs/service-host/service-definition.js';
import { Allows, Public } from '#libs/web/access/access.decorators.js';
import { ProblemError } from '#libs/web/problem.js';
import { eventually } from '../../../test/support/probe.js';
import { startTestBed, type TestBed } from '../../../test/support/service-under-test.js';
import { type AuditPage } from '../reading/audit-page.dto.js';
import { isAboutAccount } from '../recording/audit-context.js';
import { Discloses } from './discloses.decorator.js';

let work: (manager: EntityManager) => Promise<void> = async () => undefined;

@Controller('operations/:operation')
class ThingController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post('units/:unit/things/:thing')
  @HttpCode(200)
  @Allows('daily-report.submit')
  async change(): Promise<object> {
    await this.unitOfWork.run((manager) => work(manager));
    return {};
  }

  @Get('units/:unit/things/:thing')
  @Allows('daily-report.read-forwarded')
  @Discloses('report')
  read(@Param('thing') thing: string): object {
    if (thing === 'none') throw new ProblemError(404, 'report-unknown');
    return {};
  }

  /** As an export that sends its bytes itself. */
  @Get('units/:unit/things/:thing/raw')
  @Allows('daily-report.read')
  @Discloses('export')
  raw(@Param('thing') thing: string, @Res() response: Response): void {
    if (thing === 'none') throw new ProblemError(404, 'report-unknown');
    response.set({ 'Content-Disposition': 'attachment; filename="thing.bin"', ETag: '"1"' });
    if (thing === 'sent') response.send(Buffer.from('"whole"'));
    else {
      response.flushHeaders();
      response.write('["in two ');
      response.end('parts"]');
    }
  }

  @Delete('sign-in')
  @Public()
  signIn(): never {
    isAboutAccount('karimov');
    throw new ProblemError(401, 'sign-in-refused');
  }
}

class ThingModule {}
const service: ServiceDefinition = {
  name: 'reporting',
  migrations: [],
  register: ({ unitOfWork }) => ({
    ...{ module: ThingModule, controllers: [ThingController] },
    providers: [{ provide: UnitOfWork, useValue: unitOfWork }],
  }),
};

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed({ run: [service] });
});
afterAll(() => bed.stop());

let since = '0';
beforeEach(async () => {
  work = async () => undefined;
  since =
    (await bed.query<{ id: string }>('reporting', 'select coalesce(max(id), 0) as id from audit_entry'))[0]
      ?.id ?? '0';
});
const entries = () =>
  bed.query<Record<string, unknown>>('reporting', 'select * from audit_entry where id > $1 order by id', [
    since,
  ]);
const base = '/api/reporting/operations/chemical-check-i';
const OFFICER = 'pcu_officer:UZ-ANG/karimov';
const thing = (id = '7') => `${base}/units/UZ-ANG/things/${id}`;

describe('a request', () => {
  it('that changes something is recorded with who, where, what and both clocks', async () => {
    await bed.post(thing(), { party: OFFICER, at: '2017-09-05T14:00:00Z' });
    expect(await entries()).toEqual([
      expect.objectContaining({
        ...{ kind: 'change', action: 'daily-report.submit', outcome: 'done', count: 1 },
        ...{ actor_kind: 'header', actor: 'karimov', role: 'pcu_officer', unit: 'UZ-ANG', country: 'UZ' },
        ...{ operation: 'chemical-check-i', object_kind: 'daily-report', object_id: 'UZ-ANG/7' },
        route: 'POST /operations/:operation/units/:unit/things/:thing',
        ...{ network: '127.0.0', at: new Date('2017-09-05T14:00:00Z') },
      }),
    ]);
    expect(Date.parse(String((await entries())[0]?.['recorded_at']))).toBeGreaterThan(
      Date.parse('2020-01-01'),
    );
  });

  it('that changes nothing because it fails leaves no entry', async () => {
    work = async () => {
      throw new ProblemError(409, 'state-conflict', { revision: 1, state: 'held', action: 'forward' });
    };
    expect(await bed.post(thing(), { party: OFFICER })).toMatchObject({ status: 409 });
    expect(await entries()).toEqual([]);
  });

  it('that reads a report is recorded unless it is of the own unit, before the answer', async () => {
    await bed.get(thing(), { party: OFFICER });
    await bed.get(thing('none'), { party: 'ocu_analyst/lee' });
    expect(await entries()).toEqual([]);
    await bed.get(thing(), { party: 'ocu_analyst/lee' });
    expect(await entries()).toMatchObject([
      { kind: 'disclosure', action: 'daily-report.read-forwarded', actor: 'lee', object_id: 'UZ-ANG/7' },
    ]);
  });

  it.each([
    ['sent', '"whole"'],
    ['streamed', '["in two parts"]'],
  ])('whose handler sends bytes itself is recorded before they leave: %s', async (how, text) => {
    const ask = (which = how) => bed.get(`${thing(which)}/raw`, { party: OFFICER });
    expect(await ask()).toMatchObject({ status: 200, text });
    expect(await entries()).toMatchObject([{ kind: 'disclosure', object_id: `UZ-ANG/${how}` }]);
    await bed.query('reporting', 'alter table audit_entry rename to audit_entry_away');
    const unrecorded = await ask();
    await bed.query('reporting', 'alter table audit_entry_away rename to audit_entry');
    expect(unrecorded).toMatchObject({ status: 503, body: { type: 'urn:caravanserai:problem:unavailable' } });
    expect(unrecorded.text).not.toContain(text.slice(0, 5));
    expect(unrecorded.headers.get('content-disposition')).toBeNull();
    expect(unrecorded.headers.get('etag')).not.toBe('"1"');
    expect(await ask('none')).toMatchObject({ status: 404 });
    expect(await entries()).toHaveLength(1);
  });

  it('that is refused is recorded once, and then counted', async () => {
    const refused = () => bed.post(thing(), { party: 'pcu_officer:KZ-ALA/nobody' });
    for (let n = 0; n < 5; n++) expect(await refused()).toMatchObject({ status: 403 });
    const first = { kind: 'refusal', outcome: 'not-allowed', actor: 'nobody', unit: 'KZ-ALA', count: 1 };
    await eventually(async () => expect(await entries()).toMatchObject([first]) ?? true, {
      describe: 'an entry',
    });
    await bed.restart([]);
    expect(await entries()).toMatchObject([first, { ...first, count: 4 }]);
  });

  it('that is refused is recorded with the account that it is about, and nothing of what was sent', async () => {
    await bed.delete(`${base}/sign-in`, { party: '' });
    await bed.post(thing(encodeURIComponent('Mr <b>')), { party: 'nonsense' });
    await eventually(async () => (await entries()).length === 2, { describe: 'the entries' });
    expect(await entries()).toMatchObject([
      { actor_kind: 'account', actor: 'karimov', action: 'account.sign-in', outcome: 'sign-in-refused' },
      {
        actor_kind: 'nobody',
        actor: '',
        outcome: 'acting-party-malformed',
        object_id: null,
        operation: null,
      },
    ]);
  });
});

describe('the trail', () => {
  const read = (query = '', party = 'administrator/root') =>
    bed.get<AuditPage>(`${base}/audit${query}`, { party });

  it('is read by the administrator alone, of the own operation and of accounts', async () => {
    await bed.post(thing(), { party: OFFICER });
    await bed.post(thing().replace('chemical-check-i', 'other'), { party: OFFICER });
    await eventually(async () => expect((await read()).body.chain.unsealed).toBe(0) ?? true, {
      describe: 'all seals',
    });
    const { body } = await read();
    expect(body.entries.length).toBeGreaterThan(1);
    const operations = body.entries.map(({ operation }) => operation);
    expect(operations).toContain('chemical-check-i');
    expect(operations).not.toContain('other');
    expect(body.chain).toMatchObject({ problems: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await read('', 'ocu_head/akhmetov')).toMatchObject({ status: 403 });
  });

  it('is filtered and paged', async () => {
    const all = (await read()).body.entries;
    expect((await read('?actor=lee')).body.entries).toMatchObject([{ actor: 'lee', kind: 'disclosure' }]);
    expect(
      (await read('?action=daily-report.submit&object=UZ-ANG/7&to=2018-01-01T00:00:00Z')).body.entries,
    ).toMatchObject([{ at: '2017-09-05T14:00:00.000Z' }]);
    expect((await read(`?before=${all[0]?.position}`)).body.entries).toEqual(all.slice(1));
  });

  it.each(['from=yesterday', 'action=all', 'before=-1', 'actor=%00', 'to=2017-02-30T00:00:00Z'])(
    'is not asked for %s',
    async (query) => {
      expect(await read(`?${query}`)).toMatchObject({ status: 400 });
    },
  );
});
