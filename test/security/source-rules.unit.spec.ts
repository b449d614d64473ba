import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (file) =>
      file !== '' &&
      !/(^|\/)(node_modules|dist)\/|package-lock\.json$|\.(ttf|woff2?|png|pdf|xlsx|ods)$/.test(file),
  );

const isTest = (file: string): boolean =>
  /\.spec\.ts$|\.fixture\.|^test\/|\/testing\/|\/fixtures?\/|\.child\.ts$/.test(file);
const isProduct = (file: string): boolean => /^(apps|libs)\//.test(file) && !isTest(file);

/** Each line of the files that the pattern fits. */
function linesWith(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

/** Lines that were looked at: what they leave as it is was escaped before, or is a file of ours. */
const LOOKED_AT = new Set([
  // The page that another template has made.
  'apps/standalone/pages/views/layout.hbs: {{{body}}}',
  // The stylesheet of the bulletin, and drawings of which every character was checked.
  'apps/bulletin/rendering/html/render-html.ts: return render({ ...view, stylesheet: new Handlebars.SafeString(stylesheet) });',
  'apps/bulletin/rendering/html/render-html.ts: function drawing(svg: unknown): Handlebars.SafeString {',
  'apps/bulletin/rendering/html/render-html.ts: return new Handlebars.SafeString(svg);',
  'apps/bulletin/rendering/cover-sheet/render-cover-sheet.ts: { ...view, stylesheet: new Handlebars.SafeString(stylesheet) },',
]);

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const code = files.filter((file) => isProduct(file) && /\.(ts|js|mjs|cjs)$/.test(file));
const templates = files.filter((file) => isProduct(file) && /\.(hbs|html|svg|ts|js)$/.test(file));

/** What must not stand in the product, and an example of each that the pattern has to find. */
const FORBIDDEN: readonly (readonly [
  what: string,
  pattern: RegExp,
  example: string,
  among: readonly string[],
])[] = [
  ['a template that does not escape', /\{\{\{|\{\{&|\{\{~\{/, '<p>{{{text}}}</p>', templates],
  ['a text that is marked as safe', /SafeString/, 'new Handlebars.SafeString(text)', code],
  [
    'markup put together as a text',
    /(inner|outer)HTML|insertAdjacentHTML|document\.write/,
    'node.innerHTML = text',
    templates,
  ],
  [
    'code made of a text',
    /\beval\s*\(|new Function\s*\(|vm\.run|runInNewContext/,
    'new Function (text)',
    code,
  ],
  [
    'a command line made of a text',
    /child_process['"]\)?\.exec\b|\b(execSync|exec)\b(?=[^'"]*\} from 'node:child_process')|(?<![\w.])exec(Sync)?\(|shell:\s*true/,
    "import { exec } from 'node:child_process';",
    code,
  ],
  [
    'a template that is given as an object',
    /\.compile\(JSON\.parse/,
    'Handlebars.compile(JSON.parse(body))',
    code,
  ],
  [
    'a check of certificates that is switched off',
    /rejectUnauthorized:\s*false|NODE_TLS_REJECT/,
    'rejectUnauthorized: false',
    code,
  ],
  [
    'inline script or style in a page',
    /\son(click|load|error|submit)=|<script>|<style>|\sstyle="/,
    '<a onclick="x()">',
    templates.filter(
      (file) => /\.hbs$/.test(file) && !file.includes('/rendering/') && !file.includes('docs-page'),
    ),
  ],
];

describe('the code of the product has no', () => {
  it.each(FORBIDDEN)('%s', (_what, pattern, example, among) => {
    expect(example).toMatch(pattern);
    expect(among.length).toBeGreaterThan(0);
    expect(linesWith(pattern, among).filter((line) => !LOOKED_AT.has(line))).toEqual([]);
  });
});

const SECRETS: readonly (readonly [what: string, pattern: RegExp, example: string])[] = [
  [
    'a private key',
    /-----BEGIN [A-Z ]*PRIVATE KEY-----|"d"\s*:\s*"[\w-]{40,}"/,
    '-----BEGIN PRIVATE KEY-----',
  ],
  [
    'an access key of a provider',
    /AKIA[0-9A-Z]{16}|gh[pousr]_\w{30,}|xox[abp]-\w{10,}|npm_\w{36}/,
    'AKIAIOSFODNN7EXAMPLE',
  ],
  ['a key of a program', /cvs_[0-9a-f]{16}_[\w-]{43}/, `cvs_0123456789abcdef_${'a'.repeat(43)}`],
  [
    'a password in an address',
    /\b[a-z]+:\/\/[^\s:/@'"`${}<>]+:(?!(?:secret|password|postgres|…|\.\.\.))[^\s@'"`${}<>/]{4,}@/,
    'postgres://user:hunter22@host/db',
  ],
  [
    'a password',
    /\b(password|passwd|secret|api[_-]?key|token)\b["']?\s*[:=]\s*["'][^"'\s${}<>]{8,}["']/i,
    "password: 'correct-horse-battery'",
  ],
];

describe('the files of the repository outside of tests hold no', () => {
  const among = files.filter((file) => !isTest(file) && !file.startsWith('config/reference/'));
  it.each(SECRETS)('%s', (_what, pattern, example) => {
    expect(example).toMatch(pattern);
    expect(linesWith(pattern, among)).toEqual([]);
  });

  it('file that is a secret by its name', () => {
    expect(
      among.filter((file) => /\.(pem|key|p12|pfx|jks)$|(^|\/)(\.env|id_rsa|id_ed25519)$/.test(file)),
    ).toEqual([]);
  });
});
