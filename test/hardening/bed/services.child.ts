/** All services in one process of their own, so that its memory and its end can be watched from outside. */
import { type DataSource } from 'typeorm';
import { type Service } from '#libs/contracts/topics.js';
import { REQUEST_LIMITS, type RequestLimits } from '#libs/web/limits/request-limits.js';
import { bulletinService } from '../../../apps/bulletin/index.js';
import { coordinationService } from '../../../apps/coordination/index.js';
import { codeOfStep, IdentityBed, type Person } from '../../../apps/identity/testing/identity-bed.js';
import { reportingService } from '../../../apps/reporting/index.js';
import { PLAN } from '../../../apps/reporting/testing/a-submission.js';
import { type Ask, type Told } from './protocol.js';

const identity = await IdentityBed.start(coordinationService, reportingService, bulletinService);
const bed = identity.services;
await bed.restart([PLAN]);

const answers: { readonly [name in Ask['ask']]: (ask: Ask) => unknown } = {
  memory: () => process.memoryUsage.rss(),
  collect: () => globalThis.gc?.(),
  query: ({ service, sql, values }) => sourceOf(service).query(sql ?? '', values),
  patience: ({ limits }) => setLimits({ ...REQUEST_LIMITS, ...limits }),
  person: ({ more }) => identity.person(more),
  signIn: ({ person, ahead }) => identity.signIn(person as Person, ahead),
  code: ({ person, ahead }) => codeOfStep((person as Person).secret, ahead),
};

function sourceOf(service: Service | undefined): DataSource {
  return bed.dataSource(service ?? 'reporting');
}

function setLimits({ headersTimeout, requestTimeout }: RequestLimits): void {
  for (const { app } of bed.services.values())
    Object.assign(app.getHttpServer(), { headersTimeout, requestTimeout });
}

async function addresses(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, { app }] of bed.services) found[name] = await app.getUrl();
  return found;
}

async function answer(ask: Ask): Promise<Told> {
  try {
    return { id: ask.id, value: await answers[ask.ask](ask) };
  } catch (error) {
    return { id: ask.id, error: (error as Error).stack ?? String(error) };
  }
}

process.on('message', (ask: Ask) => void answer(ask).then((told) => process.send?.(told)));
process.on('disconnect', () => void identity.stop().then(() => process.exit(0)));
process.send?.({ id: 0, value: await addresses() });
