import { ProblemError } from '#libs/web/problem.js';

/** A refusal of a service, in the words of the language in which it was asked. */
export interface Refusal {
  readonly status: number;
  /** `sign-in-refused` */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What is wrong with single fields. */
  readonly messages: readonly string[];
}

interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/** What a service says when it refuses; one that does not speak counts as away. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const { type = '', title = '', detail = '', errors = [] } = problem;
  return {
    status: response.status,
    code: type.slice(type.lastIndexOf(':') + 1) || 'unavailable',
    ...{ title, detail, messages: errors.map(({ message }) => message) },
  };
}

/** A refusal that a page shows as the service worded it. */
export class ServiceRefusal extends ProblemError {
  constructor(readonly refusal: Refusal) {
    super(refusal.status, refusal.code);
  }
}
