import { type Request } from 'express';
import { type Language } from '#libs/localization/language.js';
import { type PagesRuntime } from '../pages-runtime.js';
import { senderHeaders } from '../sender-headers.js';
import { readRefusal, ServiceRefusal, type Refusal } from '../service-refusal.js';
import { type CountryDelivery, type Ledger, type Mailbox, type Preview } from './distribution-api.types.js';

/** Which bulletin, as an address names it. */
export interface BulletinAddress {
  readonly operation: string;
  readonly number: string;
  readonly revision: string;
}

/** The distribution of bulletins as the reader sees it; reading rejects with ProblemError for a refusal. */
export class DistributionApi {
  constructor(
    private readonly runtime: PagesRuntime,
    private readonly request: Request,
    private readonly language: Language,
  ) {}

  mailbox(operation: string, country: string): Promise<Mailbox> {
    return this.read(['operations', operation, 'mailboxes', country]);
  }

  ledger(bulletin: BulletinAddress): Promise<Ledger> {
    return this.read(partsOf(bulletin));
  }

  preview(bulletin: BulletinAddress): Promise<Preview> {
    return this.read([...partsOf(bulletin), 'preview']);
  }

  country(bulletin: BulletinAddress, country: string): Promise<CountryDelivery> {
    return this.read([...partsOf(bulletin), 'countries', country]);
  }

  /** What the service says against it; undefined where it was done. */
  async act(
    bulletin: BulletinAddress,
    country: string,
    act: 'acknowledge' | 'refuse' | 'send-again' | 'carried',
    body: object,
  ): Promise<Refusal | undefined> {
    const response = await this.ask('POST', [...partsOf(bulletin), 'countries', country, act], body);
    return response.ok ? undefined : readRefusal(response);
  }

  private async read<T>(parts: readonly string[]): Promise<T> {
    const response = await this.ask('GET', parts);
    if (response.ok) return (await response.json()) as T;
    throw new ServiceRefusal(await readRefusal(response));
  }

  private ask(method: 'GET' | 'POST', parts: readonly string[], body?: object): Promise<Response> {
    const path = `/api/bulletin/${parts.map((part) => encodeURIComponent(part)).join('/')}`;
    const { language } = this;
    return this.runtime
      .api()
      .ask({ method, path, sender: senderHeaders(this.request), language, ...(body && { body }) });
  }
}

const partsOf = ({ operation, number, revision }: BulletinAddress): string[] => [
  'operations',
  operation,
  ...['bulletins', number, 'revisions', revision, 'distribution'],
];
