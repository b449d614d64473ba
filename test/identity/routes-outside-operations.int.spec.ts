import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bulletinService } from '#apps/bulletin/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { reportingService } from '#apps/reporting/index.js';
import { routesOf } from '#libs/web/access/routes.js';
import { codeOf, IdentityBed, withCookie } from '../../apps/identity/testing/identity-bed.js';

/** Routes that ask for a right but name no operation in which it could be had: open to no account and no key. */
const OUTSIDE = ['bulletin GET /files/:sha256', 'coordination GET /operations'];

let bed: IdentityBed;
beforeAll(async () => {
  bed = await IdentityBed.start(reportingService, coordinationService, bulletinService);
});
afterAll(() => bed.stop());

it('are these alone', () => {
  const outside = [...bed.services.services].flatMap(([service, { app }]) =>
    routesOf(app)
      .filter(({ access, path }) => typeof access === 'object' && !/\/:operation(\/|$)/.test(path))
      .map(({ method, path }) => `${service} ${method} ${path}`),
  );
  expect(outside.sort()).toEqual(OUTSIDE);
});

it('know no role of whatever operation', async () => {
  const cookie = withCookie(await bed.signIn(await bed.person()));
  const { body } = await bed.administer('api-keys', {
    ...{ unit: 'UZ-ANG', label: 'x', scopes: ['operation.read', 'daily-report.draft'], days: 9 },
  });
  const key = { headers: { authorization: `Bearer ${String(body['key'])}` } };
  for (const sent of [cookie, ...(body['key'] === undefined ? [] : [key])]) {
    expect(codeOf(await bed.get('/api/coordination/operations', sent))).toBe('403 not-allowed');
    expect(codeOf(await bed.get(`/api/bulletin/files/${'0'.repeat(64)}`, sent))).toBe('403 not-allowed');
  }
});
