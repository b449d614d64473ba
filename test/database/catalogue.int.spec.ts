import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { EVERY_ROW } from '#libs/persistence/rights/table-rights.js';
import { type TestDatabase } from '../support/postgres.js';
import { problemsOf } from './catalogue.js';
import { connect, declaredRights, DEFINITIONS, migratedDatabase } from './rights-bed.js';

/** Tables of which requests read every row: nobody's country stands in them, or nobody is known yet. */
const OPEN = [
  'reporting.rate_limit',
  'reporting.sheet_reading',
  'coordination.rate_limit',
  'bulletin.rate_limit',
  'bulletin.audit_checkpoint',
  'identity.rate_limit',
  'identity.organisation',
  'identity.account',
  'identity.invitation',
  'identity.recovery_code',
  'identity.sign_in_challenge',
  'identity.session',
  'identity.sign_in_attempt',
];

describe('the tables of all services', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    client = await connect(database.url);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const problems = async (): Promise<string[]> => {
    const found = [];
    for (const definition of DEFINITIONS)
      found.push(...(await problemsOf(client, definition.name, declaredRights(definition))));
    return found;
  };

  it('have row-level security by force, a policy for every grant, and no grant that is not declared', async () => {
    expect(await problems()).toEqual([]);
  });

  it('would be found without: a table with a country, one that hangs on such a table, and a stray grant', async () => {
    await client.query(`begin;
      create table reporting.planted (country text);
      create table reporting.hanging (operation text, operation_day date, unit text,
        foreign key (operation, operation_day, unit) references reporting.unit_day);
      alter table reporting.hanging enable row level security, force row level security;
      grant delete on reporting.submission to reporting_web;
      alter table reporting.draft no force row level security`);
    const found = await problems();
    await client.query('rollback');
    expect(found).toEqual([
      'reporting.draft has no row-level security, or not by force',
      'reporting.hanging is not declared',
      'reporting.hanging tells whose its rows are (unit) and has no policy',
      'reporting.planted has no row-level security, or not by force',
      'reporting.planted is not declared',
      'reporting.planted tells whose its rows are (country) and has no policy',
      'reporting.submission lets reporting_web delete, which is not declared',
      'reporting.submission lets reporting_web delete and has no policy for it',
    ]);
  });

  it('are open to every request where that is meant, and nowhere else', () => {
    const open = DEFINITIONS.flatMap((definition) =>
      Object.entries(declaredRights(definition)).flatMap(([table, { web = [] }]) =>
        web.some(({ rows, verbs }) => rows === EVERY_ROW && verbs.some((verb) => verb !== 'insert'))
          ? [`${definition.name}.${table}`]
          : [],
      ),
    );
    expect(open).toEqual(OPEN);
  });
});
