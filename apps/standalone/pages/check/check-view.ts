import { formatBulletinNumber } from '#libs/localization/bulletin-number.js';
import { formatDay, formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { pageMessage } from '../page-messages.js';
import { type CheckOutcome, type IssuedFile } from './check-api.types.js';
import { checkMessage } from './check-messages.js';

export const CHECK_PATH = '/check';

/** What the page shows: nothing yet, a request that named nothing, or what was found. */
export type CheckState = 'fresh' | 'nothing' | CheckOutcome;

/** Title of the page; where the answer is no good one it begins with the word for error. */
export function checkTitle(state: CheckState, language: Language): string {
  const title = checkMessage(language, 'check.title');
  return state !== 'fresh' && isBad(state) ? checkMessage(language, 'check.title_error', { title }) : title;
}

/** Content of the page; the template prints it as it is. */
export function checkView(state: CheckState, language: Language): object {
  return {
    title: checkMessage(language, 'check.title'),
    lead: checkMessage(language, 'check.lead'),
    action: `${CHECK_PATH}?lang=${language}`,
    file: checkMessage(language, 'check.file'),
    manifest: checkMessage(language, 'check.manifest'),
    hash: checkMessage(language, 'check.hash'),
    submit: checkMessage(language, 'check.submit'),
    result: resultView(state, language),
    offline: {
      heading: checkMessage(language, 'check.offline.heading'),
      text: checkMessage(language, 'check.offline'),
      command: `npm run cli -- verify bulletin-005.ru.pdf --keys keys.json --language ${language}`,
      keys: { href: '/api/bulletin/keys', text: checkMessage(language, 'check.link.keys') },
    },
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

function isBad(state: Exclude<CheckState, 'fresh'>): boolean {
  if (state === 'nothing' || state.files.length === 0) return true;
  return !isManifestGood(state) || state.files.some((file) => hasFailed(file) || !isKeyGood(file));
}

/** Where no manifest was given there is nothing against it. */
const isManifestGood = ({ files, manifestHash }: CheckOutcome): boolean =>
  manifestHash === undefined || files.some((file) => file.manifestHash === manifestHash);

/** The words about an unknown key say more. */
const hasFailed = ({ proof, keyValidity }: IssuedFile): boolean =>
  proof === 'failed' && keyValidity !== 'unknown';

const isKeyGood = ({ keyValidity }: IssuedFile): boolean => keyValidity === null || keyValidity === 'valid';

function resultView(state: CheckState, language: Language): object | null {
  if (state === 'fresh') return null;
  const is = isBad(state) ? { isBad: true, role: 'alert' } : { isBad: false, role: 'status' };
  const heading = checkMessage(language, `check.${headingOf(state)}.heading`);
  if (state === 'nothing')
    return { ...is, heading, text: checkMessage(language, 'check.nothing'), files: [] };
  const text = TEXT_UNDER[headingOf(state)];
  const facts = [{ term: checkMessage(language, 'check.fact.hash'), text: state.sha256 }];
  const files = state.files.map((file) => fileView(file, state, language));
  return {
    ...is,
    heading,
    text: text ? checkMessage(language, text) : '',
    files: files.length > 0 ? files : [{ facts, notes: [], links: [] }],
  };
}

/** What follows on a heading that does not say everything. */
const TEXT_UNDER = {
  nothing: 'check.nothing',
  unknown: 'check.unknown',
  failed: 'check.failed',
  unsigned: 'check.no_proof',
  mismatch: undefined,
  untrusted: undefined,
  found: undefined,
} as const;

function headingOf(state: Exclude<CheckState, 'fresh'>) {
  if (state === 'nothing') return 'nothing';
  if (state.files.length === 0) return 'unknown';
  if (!isManifestGood(state)) return 'mismatch';
  if (state.files.some(hasFailed)) return 'failed';
  if (!state.files.every(isKeyGood)) return 'untrusted';
  return state.files.every(({ proof }) => proof === 'signed') ? 'found' : 'unsigned';
}

function fileView(file: IssuedFile, { sha256, manifestHash }: CheckOutcome, language: Language): object {
  const { operation, number, revision, newestRevision, keyId } = file;
  const fact = (
    name: 'bulletin' | 'operation' | 'day' | 'what' | 'issued' | 'key' | 'hash',
    text: string,
  ) => ({
    term: checkMessage(language, `check.fact.${name}`),
    text,
  });
  const newest = formatBulletinNumber(number, newestRevision, language);
  return {
    facts: [
      fact('bulletin', formatBulletinNumber(number, revision, language)),
      fact('operation', operation),
      fact('day', formatDay(file.operationDay, language)),
      fact('what', whatOf(file.file, language)),
      fact('issued', formatInstant(file.issuedAt, 'UTC', language)),
      fact('key', keyId ?? checkMessage(language, 'check.unsigned')),
      fact('hash', sha256),
    ],
    notes: [
      newestRevision > revision ? checkMessage(language, 'check.superseded', { newest }) : '',
      keyNote(file, language),
      manifestNote(file, manifestHash, language),
    ].filter(Boolean),
    links: keyId === null ? [] : linksOf(file, language),
  };
}

function whatOf(name: string, language: Language): string {
  const [, of, format] = /^bulletin\.(?:(en|ru)\.)?(html|pdf|json)$/.exec(name) ?? [];
  if (format === 'json') return checkMessage(language, 'check.what.json');
  if ((format !== 'html' && format !== 'pdf') || (of !== 'en' && of !== 'ru'))
    return checkMessage(language, 'check.what.manifest');
  return checkMessage(language, `check.what.${format}.${of}`);
}

function keyNote(file: IssuedFile, language: Language): string {
  if (isKeyGood(file)) return '';
  return checkMessage(language, file.keyValidity === 'revoked' ? 'check.key.revoked' : 'check.key.other');
}

function manifestNote(file: IssuedFile, given: string | undefined, language: Language): string {
  if (given === undefined) return '';
  return checkMessage(language, given === file.manifestHash ? 'check.manifest.good' : 'check.manifest.bad');
}

function linksOf({ operation, number, revision }: IssuedFile, language: Language): object[] {
  const base = `/api/bulletin/operations/${operation}/bulletins/${number}/revisions/${revision}/files`;
  return [
    { href: `${base}/manifest.json`, text: checkMessage(language, 'check.link.manifest') },
    { href: `${base}/manifest.jws`, text: checkMessage(language, 'check.link.signature') },
  ];
}
