import { formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { type Participant } from '#libs/reference/reference-data.types.js';
import { pageMessage } from '../page-messages.js';
import { partyInWords } from '../party-in-words.js';
import { problemView } from '../problem-view.js';
import { type Refusal } from '../service-refusal.js';
import { type Me, type MySession } from '../services-api.types.js';
import { accountMessage, type AccountText } from './account-messages.js';

export const ACCOUNT_PATH = '/account';

/** What was just done, as the address of the page tells it. */
export const DONE = ['password', 'session', 'others'] as const;
export type Done = (typeof DONE)[number];

export interface AccountInput {
  readonly language: Language;
  readonly me: Me;
  readonly sessions: readonly MySession[];
  readonly countries: readonly Participant[];
  readonly done?: Done;
  readonly refusal?: Refusal;
  /** New ones, shown this once. */
  readonly recoveryCodes?: readonly string[];
}

/** Title of the page; after a refusal it begins with the word for error. */
export function accountTitle({ language, refusal }: Pick<AccountInput, 'language' | 'refusal'>): string {
  const title = accountMessage(language, 'account.title');
  return refusal ? accountMessage(language, 'account.title_error', { title }) : title;
}

/** Content of the page; the template prints it as it is. */
export function accountView(input: AccountInput): object {
  const { language, done, refusal, recoveryCodes, me } = input;
  const say = (key: AccountText): string => accountMessage(language, key);
  return {
    title: accountTitle({ language }),
    problem: problemView(refusal),
    done: done && !refusal ? say(`account.done.${done}`) : '',
    action: `${ACCOUNT_PATH}?lang=${language}`,
    name: me.name,
    facts: factsOf(input),
    codes: recoveryCodes ? { text: say('account.codes.shown'), list: recoveryCodes } : null,
    sessions: sessionsView(input),
    password: {
      heading: say('account.password'),
      present: say('account.password.present'),
      new: say('account.password.new'),
      note: say('account.password.note'),
      submit: say('account.password.submit'),
    },
    renew: {
      heading: say('account.codes'),
      note: say('account.codes.note'),
      code: say('account.codes.code'),
      submit: say('account.codes.submit'),
    },
    home: { href: `/?lang=${language}`, text: pageMessage(language, 'page.home') },
  };
}

function factsOf({ me, countries, language }: AccountInput): object[] {
  const name = { term: accountMessage(language, 'account.name'), text: me.name };
  const role = pageMessage(language, 'operation.role');
  if (me.roles.length === 0) return [name, { term: role, text: accountMessage(language, 'account.no_role') }];
  return [
    name,
    ...me.roles.map((one) => ({
      term: role,
      text: `${partyInWords(one, countries, language)} (${one.operation})`,
    })),
  ];
}

function sessionsView({ sessions, language }: AccountInput): object {
  const say = (key: AccountText): string => accountMessage(language, key);
  const at = (instant: string): string => formatInstant(instant, 'UTC', language);
  return {
    heading: say('account.sessions'),
    note: say('account.sessions.note'),
    columns: [say('account.session.agent'), say('account.session.created'), say('account.session.seen')],
    rows: sessions.map(({ id, agent, createdAt, lastSeenAt, isThis }) => ({
      ...{ id, agent: agent === '' ? '–' : agent, created: at(createdAt), seen: at(lastSeenAt) },
      isThis: isThis ? say('account.session.this') : '',
      of: accountMessage(language, 'account.session.end_of', { instant: at(createdAt) }),
    })),
    end: say('account.session.end'),
    endOthers: sessions.length > 1 ? say('account.sessions.end_others') : '',
  };
}
