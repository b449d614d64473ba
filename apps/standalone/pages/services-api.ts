import { type Service } from '#libs/contracts/topics.js';
import { type Language } from '#libs/localization/language.js';
import { ACTING_PARTY_HEADER } from '#libs/security/acting-party.js';
import { ProblemError } from '#libs/web/problem.js';
import {
  type BulletinList,
  type OperationAnswer,
  type OperationDays,
  type OperationList,
  type Readiness,
} from './services-api.types.js';

/** Milliseconds that a service may take for an answer that a page needs. */
const TIMEOUT = 10_000;

/** The services' public API, as one party reads it; every method rejects with ProblemError for a refusal. */
export interface PartyApi {
  operations(): Promise<OperationList>;
  operation(code: string): Promise<OperationAnswer>;
  operationDays(code: string): Promise<OperationDays>;
  bulletins(code: string): Promise<BulletinList>;
}

/** The pages read what every other client reads: the HTTP API, on the loopback interface. */
export class ServicesApi {
  /** @param address `http://127.0.0.1:8080` */
  constructor(private readonly address: string) {}

  as(party: string, language: Language): PartyApi {
    const read = <T>(...parts: readonly string[]): Promise<T> =>
      this.read<T>(`/api/${parts.map((part) => encodeURIComponent(part)).join('/')}`, party, language);
    return {
      operations: () => read('coordination', 'operations'),
      operation: (code) => read('coordination', 'operations', code),
      operationDays: (code) => read('coordination', 'operations', code, 'days'),
      bulletins: (code) => read('bulletin', 'operations', code, 'bulletins'),
    };
  }

  /** Whether a service says that it can serve. */
  async readiness(service: Service): Promise<Readiness> {
    const response = await this.fetch(`/api/${service}/health/ready`, {});
    return { ready: response.ok, answer: await response.text() };
  }

  private async read<T>(path: string, party: string, language: Language): Promise<T> {
    const response = await this.fetch(path, { [ACTING_PARTY_HEADER]: party, 'accept-language': language });
    if (response.ok) return (await response.json()) as T;
    const { type = '' } = (await response.json().catch(() => ({}))) as { type?: string };
    throw new ProblemError(response.status, type.slice(type.lastIndexOf(':') + 1) || 'unavailable');
  }

  private fetch(path: string, headers: Record<string, string>): Promise<Response> {
    return fetch(`${this.address}${path}`, { headers, signal: AbortSignal.timeout(TIMEOUT) });
  }
}
