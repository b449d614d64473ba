import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { type Service } from '#libs/contracts/topics.js';
import { eventually } from '../../support/probe.js';
import { closeConnections, send, type Reply } from './http-client.js';
import { type Ask, type Told } from './protocol.js';
import { sendRaw, type Step } from './raw-socket.js';

/** A request as a case writes it. The party is the officer of UZ-CHU on 5 September 2017 unless told. */
export interface Request {
  readonly method?: string;
  /** From `/api/<service>` on, as it stands on the wire. */
  readonly path: string;
  /** Empty: nobody. */
  readonly party?: string;
  readonly at?: string;
  readonly language?: 'en' | 'ru';
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: object | string | Buffer;
}

export const OFFICER = 'pcu_officer:UZ-CHU/karimov';
export const CONTACT = 'contact_point:UZ/saidov';
export const ANALYST = 'ocu_analyst/iskakov';
export const HEAD = 'ocu_head/akhmetov';
export const ADMINISTRATOR = 'administrator/admin';
export const IN_TIME = '2017-09-05T14:00:00.000Z';
export const REPORTS = '/api/reporting/operations/tiny/units/UZ-CHU/daily-reports';

type Answered = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** All services of the product in a process of their own, on the embedded bus and a fresh database. */
export class HardeningBed {
  private readonly waiting = new Map<number, Answered>();
  private next = 1;

  private constructor(
    private readonly child: ChildProcess,
    private readonly urls: Readonly<Record<string, string>>,
  ) {
    child.on('message', ({ id, value, error }: Told) => {
      const asked = this.waiting.get(id);
      if (error === undefined) asked?.resolve(value);
      else asked?.reject(new Error(error));
      this.waiting.delete(id);
    });
  }

  static async start(): Promise<HardeningBed> {
    const loader = path.resolve('test/support/typescript-loader.mjs');
    const program = path.resolve('test/hardening/bed/services.child.ts');
    // Garbage that nobody had to collect yet would look like memory that is never given back.
    const options = ['--expose-gc', '--max-old-space-size=192', '--import', loader];
    const child = spawn(process.execPath, [...options, program], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const urls = await new Promise<Record<string, string>>((resolve, reject) => {
      child.once('message', ({ value }: Told) => resolve(value as Record<string, string>));
      child.once('exit', (code) => reject(new Error(`the services ended with ${code}`)));
    });
    const bed = new HardeningBed(child, urls);
    for (const service of Object.keys(urls))
      await eventually(
        async () => (await bed.send({ path: `/api/${service}/health/ready` })).status === 200,
        {
          describe: `${service} to be ready`,
        },
      );
    return bed;
  }

  async stop(): Promise<void> {
    closeConnections();
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.isAlive()) this.child.disconnect();
    else return;
    await ended;
  }

  isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  send({ method, path: target, body, ...request }: Request): Promise<Reply> {
    const content = bytesOf(body);
    return send({
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      url: `${this.urlOf(target)}${target}`,
      headers: headersOf(request, content),
      body: content,
    });
  }

  /** Bytes as they are, on a connection of their own. */
  raw(steps: readonly Step[], options?: Parameters<typeof sendRaw>[2]): Promise<Reply> {
    return sendRaw(this.urlOf('/api/reporting'), steps, options);
  }

  ask = <T>(ask: Ask['ask'], more: Partial<Ask> = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = this.next++;
      this.waiting.set(id, { resolve: resolve as Answered['resolve'], reject });
      this.child.send({ ...more, id, ask });
    });

  query = <T>(service: Service, sql: string, values: unknown[] = []): Promise<T[]> =>
    this.ask<T[]>('query', { service, sql, values });

  /** Bytes that the process holds; more than `limit` are looked at again after a collection. */
  async memory(limit = 0): Promise<number> {
    const bytes = await this.ask<number>('memory');
    if (bytes <= limit) return bytes;
    await this.ask('collect');
    return this.ask('memory');
  }

  private urlOf(target: string): string {
    const service = /^\/api\/(\w+)/.exec(target)?.[1] ?? 'reporting';
    const url = this.urls[service] ?? this.urls['reporting'];
    if (url === undefined) throw new Error('nothing runs');
    return url;
  }
}

function bytesOf(body: Request['body']): Buffer | undefined {
  if (body === undefined || Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function headersOf(
  { party = OFFICER, at = IN_TIME, language = 'en', headers }: Omit<Request, 'path'>,
  body: Buffer | undefined,
): Record<string, string | string[]> {
  const all = {
    ...(body && { 'content-type': 'application/json', 'content-length': String(body.length) }),
    ...(party !== '' && { 'x-acting-party': party }),
    ...(at !== '' && { 'x-clock': at }),
    'accept-language': language,
    ...headers,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
