import { type Service } from '#libs/contracts/topics.js';
import { type RequestLimits } from '#libs/web/limits/request-limits.js';

/** What a spec asks of the process of the services beside HTTP. */
export interface Ask {
  readonly id: number;
  readonly ask: 'memory' | 'collect' | 'query' | 'patience' | 'person' | 'signIn' | 'code';
  readonly service?: Service;
  readonly sql?: string;
  readonly values?: unknown[];
  readonly limits?: Partial<RequestLimits>;
  readonly person?: object;
  readonly more?: object;
  readonly ahead?: number;
}

export interface Told {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}
