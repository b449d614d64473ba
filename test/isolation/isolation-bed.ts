import { type AddressInfo } from 'node:net';
import { bulletinService } from '#apps/bulletin/index.js';
import { coordinationService } from '#apps/coordination/index.js';
import { reportingService } from '#apps/reporting/index.js';
import { type Service } from '#libs/contracts/topics.js';
import { type Route, routesOf } from '#libs/web/access/routes.js';
import { IdentityBed } from '../../apps/identity/testing/identity-bed.js';
import { type Call, HttpCaller, type RawAnswer } from '../support/http-caller.js';
import { eventually } from '../support/probe.js';
import { callOf, type Ask, type Example } from './asks.js';
import { BULLETIN, COORDINATION, IDENTITY } from './center-routes.js';
import { type Operation, OPERATIONS, planOf } from './nine-countries.js';
import { OperationInProgress } from './operation-in-progress.js';
import { REPORTING } from './reporting-routes.js';

const EXAMPLES = { reporting: REPORTING, coordination: COORDINATION, bulletin: BULLETIN, identity: IDENTITY };

/** All services with both operations in the middle of their work. */
export class IsolationBed {
  private readonly caller = new HttpCaller();
  readonly operations: Readonly<Record<Operation, OperationInProgress>>;

  private constructor(readonly identity: IdentityBed) {
    this.operations = {
      tiny: new OperationInProgress(identity, 'tiny'),
      twin: new OperationInProgress(identity, 'twin'),
    };
  }

  static async start(): Promise<IsolationBed> {
    const identity = await IdentityBed.start(reportingService, coordinationService, bulletinService);
    await identity.services.restart(OPERATIONS.map(planOf));
    for (const service of identity.services.services.keys()) {
      const isReady = async () => (await identity.get(`/api/${service}/health/ready`)).status === 200;
      await eventually(isReady, { describe: `${service} to be ready`, timeoutMs: 30_000 });
    }
    const bed = new IsolationBed(identity);
    for (const operation of Object.values(bed.operations)) await operation.play();
    return bed;
  }

  async stop(): Promise<void> {
    this.caller.close();
    await this.identity.stop();
  }

  /** Every route of the services that run. */
  routes(): { readonly service: Service; readonly route: Route; readonly name: string }[] {
    return [...this.identity.services.services].flatMap(([service, { app }]) =>
      routesOf(app).map((route) => ({ service, route, name: `${service} ${route.method} ${route.path}` })),
    );
  }

  /** The routes that ask for a right, with their examples. */
  examples(): Example[] {
    return this.routes().flatMap(({ service, route }) => {
      const example = EXAMPLES[service][`${route.method} ${route.path}`];
      return example ? { service, route, ...example } : [];
    });
  }

  /** Names in the table that are routes no more. */
  examplesWithoutRoute(): string[] {
    const known = new Set(this.routes().map(({ name }) => name));
    return Object.entries(EXAMPLES)
      .flatMap(([service, examples]) => Object.keys(examples).map((name) => `${service} ${name}`))
      .filter((name) => !known.has(name));
  }

  ask(ask: Pick<Ask, 'actor' | 'example' | 'ids'>, change: (call: Call) => Call = same): Promise<RawAnswer> {
    return this.send(change(callOf(ask)));
  }

  send(call: Call): Promise<RawAnswer> {
    const service = this.identity.services.services.get(call.path.split('/')[2] as Service);
    const { port } = service?.app.getHttpServer().address() as AddressInfo;
    return this.caller.send(port, call);
  }

  /** Asks everything, some at once, and hands each answer over. */
  async askAll<A extends Pick<Ask, 'actor' | 'example' | 'ids'>>(
    asks: readonly A[],
    judge: (ask: A, answer: RawAnswer) => void,
  ): Promise<void> {
    const waiting = asks.values();
    const work = async () => {
      for (const ask of waiting) judge(ask, await this.ask(ask));
    };
    await Promise.all(Array.from({ length: 8 }, work));
  }

  /** A hash of each table that holds what somebody has said or decided. */
  async state(): Promise<Record<string, string>> {
    const tables = await this.identity.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema = any($1) and table_name !~ '${NOTES.source}'
       order by 1`,
      [Object.keys(EXAMPLES)],
    );
    const state: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await this.identity.query<{ hash: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash
         from ${name} t`,
      );
      state[name] = row?.hash ?? '';
    }
    return state;
  }
}

/** What is noted of requests, also of refused ones. */
const NOTES = /attempt|audit|rate_limit|limit_|migration|relay|inbox|position|quota/;
const same = (call: Call): Call => call;
