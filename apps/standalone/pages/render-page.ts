import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { type Language } from '#libs/localization/language.js';
import { otherLanguage } from './page-language.js';
import { pageMessage } from './page-messages.js';

export type PageName =
  | 'home'
  | 'board'
  | 'report'
  | 'check'
  | 'refusal'
  | 'sign-in'
  | 'invitation'
  | 'account'
  | 'audit'
  | 'mailbox'
  | 'mailbox-bulletin'
  | 'distribution';

/** What every page has around its content. */
export interface Page<Content> {
  readonly name: PageName;
  readonly language: Language;
  readonly title: string;
  /** Path of the page, with its query where it has one, for the switch of the language. */
  readonly path: string;
  /** Name of the account; absent where nobody has signed in. */
  readonly reader?: string;
  readonly content: Content;
}

const handlebars = Handlebars.create();
const read = (name: string): string => readFileSync(new URL(`views/${name}`, import.meta.url), 'utf8');
const compile = (name: string): HandlebarsTemplateDelegate =>
  handlebars.compile(read(name), { strict: true });
const layout = compile('layout.hbs');
for (const part of ['problem', 'report-steps', 'report-summary', 'report-findings'])
  handlebars.registerPartial(part, compile(`${part}.hbs`));
const templates: Readonly<Record<PageName, HandlebarsTemplateDelegate>> = {
  home: compile('home.hbs'),
  board: compile('board.hbs'),
  report: compile('report.hbs'),
  check: compile('check.hbs'),
  refusal: compile('refusal.hbs'),
  'sign-in': compile('sign-in.hbs'),
  invitation: compile('invitation.hbs'),
  account: compile('account.hbs'),
  audit: compile('audit.hbs'),
  mailbox: compile('mailbox.hbs'),
  'mailbox-bulletin': compile('mailbox-bulletin.hbs'),
  distribution: compile('distribution.hbs'),
};

/** A whole page: no script, one style sheet of ours, everything escaped by Handlebars. */
export function renderPage<Content>({ name, language, title, path, reader, content }: Page<Content>): string {
  const other = otherLanguage(language);
  return layout({
    language,
    title,
    product: pageMessage(language, 'page.product'),
    skip: pageMessage(language, 'page.skip'),
    home: `/?lang=${language}`,
    other: {
      language: other,
      name: pageMessage(language, 'page.other_language'),
      href: `${path}${path.includes('?') ? '&' : '?'}lang=${other}`,
    },
    reader: reader === undefined ? null : readerView(reader, language),
    body: templates[name](content),
  });
}

function readerView(name: string, language: Language): object {
  return {
    account: { href: `/account?lang=${language}`, text: pageMessage(language, 'page.account', { name }) },
    signOut: { action: `/sign-out?lang=${language}`, text: pageMessage(language, 'page.sign_out') },
  };
}
