import { INSTANT_PATTERN } from '#libs/contracts/shapes.js';
import { type EventAttributes } from './stored-event.js';

/** Headers as kafkajs hands them over; those of the event log are plain strings. */
export type WireHeaders = Readonly<
  Record<string, Buffer | string | readonly (Buffer | string)[] | undefined>
>;

export interface DecodedHeaders extends EventAttributes {
  readonly source: string;
  readonly dataSchema?: string;
  readonly traceparent?: string;
}

/** Either the attributes or what is wrong with which header. */
export type HeaderResult =
  | { readonly ok: true; readonly attributes: DecodedHeaders }
  | { readonly ok: false; readonly problems: readonly string[] };

interface Rule {
  readonly header: string;
  readonly pattern: RegExp;
  readonly expected: string;
}

const REQUIRED: readonly Rule[] = [
  {
    header: 'ce_id',
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    expected: 'a UUID in lower case',
  },
  { header: 'ce_source', pattern: /./, expected: 'a URI reference' },
  { header: 'ce_type', pattern: /./, expected: 'an event type' },
  { header: 'ce_specversion', pattern: /^1\.0$/, expected: '1.0' },
  { header: 'ce_time', pattern: INSTANT_PATTERN, expected: 'an instant in UTC' },
  { header: 'ce_sequence', pattern: /^[1-9]\d{0,14}$/, expected: 'a positive whole number' },
  { header: 'content-type', pattern: /^application\/json(;.*)?$/i, expected: 'application/json' },
];

const OPTIONAL = {
  subject: 'ce_subject',
  dataSchema: 'ce_dataschema',
  correlationId: 'ce_correlationid',
  causationId: 'ce_causationid',
  traceparent: 'traceparent',
} as const;

/** The header's text; undefined when it is absent, empty or repeated. */
function text(headers: WireHeaders, name: string): string | undefined {
  const value = headers[name];
  if (Buffer.isBuffer(value)) return value.toString('utf8') || undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function problem(headers: WireHeaders, { header, pattern, expected }: Rule): string | undefined {
  const value = text(headers, header);
  if (value !== undefined && pattern.test(value)) return undefined;
  if (Array.isArray(headers[header])) return `${header} is repeated`;
  return value === undefined
    ? `${header} is missing`
    : `${header} must be ${expected}, not "${value.slice(0, 80)}"`;
}

function required(headers: WireHeaders, name: string): string {
  return text(headers, name) ?? '';
}

/** Reads the headers of an event. Headers that this version does not know are ignored. */
export function decodeHeaders(headers: WireHeaders): HeaderResult {
  const problems = REQUIRED.map((rule) => problem(headers, rule)).filter((found) => found !== undefined);
  if (problems.length > 0) return { ok: false, problems };
  const optional = Object.entries(OPTIONAL)
    .map(([name, header]) => [name, text(headers, header)] as const)
    .filter(([, value]) => value !== undefined);
  return {
    ok: true,
    attributes: {
      id: required(headers, 'ce_id'),
      source: required(headers, 'ce_source'),
      type: required(headers, 'ce_type'),
      time: required(headers, 'ce_time'),
      sequence: Number(required(headers, 'ce_sequence')),
      ...(Object.fromEntries(optional) as Partial<DecodedHeaders>),
    },
  };
}
