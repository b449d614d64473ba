import { expect, it } from '@jest/globals';
import { createLogger } from './logger.js';

const VALUE = 'Khamza Karimov';

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger('reporting', 'debug', { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

it('tells of an error of the database where it happened, and no value, statement or row', () => {
  const error = Object.assign(new Error(`invalid input syntax for type date: "${VALUE}"`), {
    ...{ code: '22007', table: 'revision', column: 'operation_day', detail: `Key (name)=(${VALUE})` },
    ...{ query: `insert into revision values ('${VALUE}')`, parameters: [VALUE] },
    ...{ driverError: { detail: VALUE }, where: VALUE },
  });
  const line = logged((log) => log.error({ err: error }, 'A batch failed.'));
  expect(JSON.stringify(line)).not.toContain(VALUE);
  expect(line['err']).toMatchObject({ type: 'Error', code: '22007', table: 'revision' });
  expect(JSON.stringify(line['err'])).toContain('logger.unit.spec');
});

it('keeps the words of other errors, and of their causes', () => {
  const cause = Object.assign(new Error(`duplicate key: ${VALUE}`), { code: '23505', detail: VALUE });
  const line = logged((log) => log.warn({ err: new Error('The relay begins anew', { cause }) }));
  expect(line['err']).toMatchObject({ message: 'The relay begins anew', cause: { code: '23505' } });
  expect(JSON.stringify(line)).not.toContain(VALUE);
});

it('writes no password, key, cookie, token, mail, header or body, whoever hands it over', () => {
  const secrets = {
    ...{ password: VALUE, token: VALUE, authorization: VALUE, cookie: VALUE, secret: VALUE },
    ...{ totpSecret: VALUE, mail: VALUE, headers: { cookie: VALUE }, body: { name: VALUE } },
  };
  const line = logged((log) => log.info({ ...secrets, request: { ...secrets, method: 'POST' } }, 'Told.'));
  expect(JSON.stringify(line)).not.toContain(VALUE);
  expect(line).toMatchObject({ msg: 'Told.', request: { method: 'POST' } });
});
