import { XLSX_MEDIA } from '#libs/web/body/body-limits.js';
import { type DoneStep, type Place, type SheetOutcome } from './report-api.types.js';

/** The receipt of a sheet as far as the page tells it. */
interface Receipt {
  readonly operationDay: string;
  readonly revision: number;
  readonly alreadyRevision?: number;
  readonly findings?: readonly {
    readonly sheet?: string;
    readonly cell?: string;
    readonly message: string;
  }[];
  readonly understood?: readonly {
    readonly sheet?: string;
    readonly cell: string;
    readonly written: string;
    readonly understood: string;
  }[];
}

/** A refusal as problem+json; `errors` has at most as many places as the service tells. */
interface Refusal {
  readonly title?: string;
  readonly detail?: string;
  readonly total?: number;
  readonly errors?: readonly { readonly sheet?: string; readonly cell?: string; readonly message: string }[];
}

/** What the service says of a sheet. */
export async function sheetOutcome(response: Response, checkOnly: boolean): Promise<SheetOutcome> {
  if (!response.ok) return refusal(response);
  const receipt = (await response.json()) as Receipt;
  const { operationDay, revision, alreadyRevision, findings = [], understood = [] } = receipt;
  const told = {
    findings: findings.map(placeOf),
    understood: understood.map(({ written, understood: read, ...at }) =>
      placeOf({ ...at, message: `${written} → ${read}` }),
    ),
  };
  const of = { operationDay, revision: alreadyRevision ?? revision, ...told };
  if (checkOnly) return { kind: alreadyRevision === undefined ? 'checked' : 'known', ...of };
  return { kind: alreadyRevision === undefined && response.status === 201 ? 'accepted' : 'repeated', ...of };
}

/** What the service says of a step. */
export async function stepOutcome(
  response: Response,
  step: DoneStep,
  revision: number,
): Promise<SheetOutcome> {
  return response.ok ? { kind: 'done', step, revision } : { ...(await refusal(response)), isStep: true };
}

/** The sheet with comments on its cells, or what is said of the file as a whole. */
export async function annotatedSheet(response: Response): Promise<Buffer | SheetOutcome> {
  const isSheet = (response.headers.get('content-type') ?? '').startsWith(XLSX_MEDIA);
  return isSheet ? Buffer.from(await response.arrayBuffer()) : refusal(response);
}

async function refusal(response: Response): Promise<Extract<SheetOutcome, { kind: 'refused' }>> {
  const {
    title = '',
    detail = '',
    errors = [],
    total = errors.length,
  } = (await response.json().catch(() => ({}))) as Refusal;
  const retryAfter = response.status === 429 && Number(response.headers.get('retry-after'));
  return {
    ...{ kind: 'refused', text: detail || title, places: errors.map(placeOf), total },
    ...(retryAfter && { retryAfter }),
  };
}

const placeOf = ({ sheet, cell, message }: { sheet?: string; cell?: string; message: string }): Place => ({
  ...(cell !== undefined && { place: sheet === undefined ? cell : `${sheet}!${cell}` }),
  message,
});
