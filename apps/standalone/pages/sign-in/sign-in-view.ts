import { type Language } from '#libs/localization/language.js';
import { type Participant } from '#libs/reference/reference-data.types.js';
import { partyInWords } from '../party-in-words.js';
import { problemView } from '../problem-view.js';
import { type Refusal } from '../service-refusal.js';
import { type DemonstrationEntry } from './demonstration-sign-in.js';
import { SIGN_IN_PATH } from './return-path.js';
import { signInMessage, type SignInText } from './sign-in-messages.js';

/** What the page of sign-in shows. */
export interface SignInInput {
  readonly language: Language;
  /** Where to go afterwards. */
  readonly to: string;
  /** Present in the second step: it proves the first one. */
  readonly challenge?: string;
  /** As it was typed. */
  readonly name?: string;
  readonly notice?: 'ended' | 'signed_out';
  readonly refusal?: Refusal;
  readonly demonstration: readonly DemonstrationEntry[];
  readonly countries: readonly Participant[];
}

/** Title of the page; after a refusal it begins with the word for error. */
export function signInTitle({ language, challenge, refusal }: SignInInput): string {
  const title = signInHeading({ language, ...(challenge !== undefined && { challenge }) });
  return refusal ? signInMessage(language, 'sign_in.title_error', { title }) : title;
}

const signInHeading = ({ language, challenge }: Pick<SignInInput, 'language' | 'challenge'>): string =>
  signInMessage(language, challenge === undefined ? 'sign_in.title' : 'sign_in.title_second');

/** Address of the page, with where to go afterwards. */
export const signInHref = (language: Language, to: string): string =>
  `${SIGN_IN_PATH}?${new URLSearchParams({ lang: language, ...(to !== '/' && { to }) }).toString()}`;

/** Content of the page; the template prints it as it is. */
export function signInView(input: SignInInput): object {
  const { language, to, challenge, notice, refusal } = input;
  const say = (key: SignInText): string => signInMessage(language, key);
  return {
    title: signInHeading(input),
    problem: problemView(refusal),
    notice: notice && !refusal ? say(`sign_in.${notice}`) : '',
    action: `${SIGN_IN_PATH}?lang=${language}`,
    to,
    first: challenge === undefined ? firstStep(input) : null,
    second: challenge === undefined ? null : secondStep(input, challenge),
    demonstration: demonstrationView(input),
  };
}

function firstStep({ language, name = '' }: SignInInput): object {
  return {
    ...{
      lead: signInMessage(language, 'sign_in.lead'),
      name: signInMessage(language, 'sign_in.name'),
      typed: name,
    },
    password: signInMessage(language, 'sign_in.password'),
    next: signInMessage(language, 'sign_in.next'),
    lost: signInMessage(language, 'sign_in.lost'),
    invited: { href: `/invitation?lang=${language}`, text: signInMessage(language, 'sign_in.invited') },
  };
}

function secondStep({ language, to }: SignInInput, challenge: string): object {
  return {
    challenge,
    lead: signInMessage(language, 'sign_in.lead_second'),
    code: signInMessage(language, 'sign_in.code'),
    submit: signInMessage(language, 'sign_in.submit'),
    recovery: {
      heading: signInMessage(language, 'sign_in.recovery.heading'),
      label: signInMessage(language, 'sign_in.recovery'),
      note: signInMessage(language, 'sign_in.recovery.note'),
    },
    again: { href: signInHref(language, to), text: signInMessage(language, 'sign_in.again') },
  };
}

function demonstrationView({
  language,
  demonstration,
  countries,
  challenge,
  to,
}: SignInInput): object | null {
  if (demonstration.length === 0 || challenge !== undefined) return null;
  return {
    heading: signInMessage(language, 'sign_in.demo.heading'),
    note: signInMessage(language, 'sign_in.demo'),
    action: `/demonstration?lang=${language}`,
    to,
    entries: demonstration.map((entry) => ({
      name: entry.name,
      role: partyInWords(entry, countries, language),
    })),
  };
}
