import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { routesOf } from '#libs/web/access/routes.js';
import { IdentityBed } from './testing/identity-bed.js';

let bed: IdentityBed;
beforeAll(async () => {
  bed = await IdentityBed.start();
});
afterAll(() => bed.stop());

it('says for every route who may use it', () => {
  const app = bed.services.services.get('identity')?.app;
  if (!app) throw new Error('identity does not run');
  const routes = routesOf(app).map(({ method, path, access }) => [
    `${method} ${path}`,
    typeof access === 'object' ? access.action : access,
  ]);
  const accounts = '/operations/:operation/accounts';
  expect(Object.fromEntries(routes)).toEqual({
    'POST /sign-in': 'public',
    'POST /sign-in/second-factor': 'public',
    'POST /sign-out': 'public',
    'POST /invitations/look': 'public',
    'POST /invitations/accept': 'public',
    'GET /me': 'signed-in',
    'GET /me/sessions': 'signed-in',
    'DELETE /me/sessions': 'signed-in',
    'DELETE /me/sessions/:session': 'signed-in',
    'POST /me/password': 'signed-in',
    'POST /me/recovery-codes': 'signed-in',
    'POST /me/second-factor': 'signed-in',
    'GET /operations/:operation/organisations': 'account.administer',
    'POST /operations/:operation/organisations': 'account.administer',
    [`GET ${accounts}`]: 'account.administer',
    [`POST ${accounts}`]: 'account.administer',
    [`POST ${accounts}/:account/invitation`]: 'account.administer',
    [`PUT ${accounts}/:account/role`]: 'account.administer',
    [`DELETE ${accounts}/:account/role`]: 'account.administer',
    [`POST ${accounts}/:account/disable`]: 'account.administer',
    'GET /operations/:operation/proposals': 'proposal.read',
    'POST /operations/:operation/proposals/:proposal/approval': 'proposal.decide',
    'POST /operations/:operation/proposals/:proposal/refusal': 'proposal.decide',
    'POST /operations/:operation/proposals/:proposal/withdrawal': 'proposal.read',
    'POST /operations/:operation/proposals/signing-key-rotation': 'signing-key.propose',
    'POST /operations/:operation/proposals/signing-key-revocation': 'signing-key.propose',
    'GET /operations/:operation/api-keys': 'api-key.administer',
    'POST /operations/:operation/api-keys': 'api-key.administer',
    'DELETE /operations/:operation/api-keys/:key': 'api-key.administer',
    'GET /operations/:operation/audit': 'audit.read',
    'GET /health/live': 'public',
    'GET /health/ready': 'public',
    'GET /metrics': 'public',
  });
});

it('is ready without a broker and without events', async () => {
  expect(await bed.get('health/ready')).toMatchObject({ status: 200 });
  expect(
    await bed.query(`select 1 from pg_tables where schemaname = 'identity' and tablename = 'event'`),
  ).toEqual([]);
});
