import { v5 } from 'uuid';

/** Namespace of the scenario's submission ids; made once, means nothing. */
const NAMESPACE = '5b1c1f0e-7a44-5d0b-9c55-0d1e6c2f8a31';

/** UUID version 5 (RFC 9562) of a name: the same name gives the same id on every machine. */
export function deterministicUuid(name: string): string {
  return v5(name, NAMESPACE);
}
