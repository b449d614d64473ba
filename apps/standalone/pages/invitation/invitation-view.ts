import { type Language } from '#libs/localization/language.js';
import { problemView } from '../problem-view.js';
import { type Refusal } from '../service-refusal.js';
import { signInHref } from '../sign-in/sign-in-view.js';
import { invitationMessage } from './invitation-messages.js';

export const INVITATION_PATH = '/invitation';

/** What identity tells of an open invitation. */
export interface OpenInvitation {
  readonly name: string;
  readonly totpSecret: string;
  readonly totpUri: string;
}

/** The step that the page shows: asking for the invitation, accepting it, the codes of the ready account. */
export type InvitationState =
  | { readonly step: 'token' }
  | { readonly step: 'accept'; readonly token: string; readonly invitation: OpenInvitation }
  | { readonly step: 'done'; readonly recoveryCodes: readonly string[] };

/** Title of the page; after a refusal it begins with the word for error. */
export function invitationTitle(state: InvitationState, language: Language, refusal?: Refusal): string {
  const key = state.step === 'done' ? 'invitation.title_done' : 'invitation.title';
  const title = invitationMessage(language, key);
  return refusal ? invitationMessage(language, 'invitation.title_error', { title }) : title;
}

/** Content of the page; the template prints it as it is. */
export function invitationView(state: InvitationState, language: Language, refusal?: Refusal): object {
  return {
    title: invitationTitle(state, language),
    problem: problemView(refusal),
    action: `${INVITATION_PATH}?lang=${language}`,
    ask: state.step === 'token' ? askView(language) : null,
    accept: state.step === 'accept' ? acceptView(state.token, state.invitation, language) : null,
    done: state.step === 'done' ? doneView(state.recoveryCodes, language) : null,
  };
}

const askView = (language: Language): object => ({
  lead: invitationMessage(language, 'invitation.lead'),
  label: invitationMessage(language, 'invitation.token'),
  next: invitationMessage(language, 'invitation.next'),
});

function acceptView(
  token: string,
  { name, totpSecret, totpUri }: OpenInvitation,
  language: Language,
): object {
  return {
    token,
    name,
    for: invitationMessage(language, 'invitation.for', { name }),
    totp: {
      heading: invitationMessage(language, 'invitation.totp.heading'),
      text: invitationMessage(language, 'invitation.totp'),
      link: { href: totpUri, text: invitationMessage(language, 'invitation.totp.link') },
      label: invitationMessage(language, 'invitation.totp.key'),
      key: inGroups(totpSecret),
      note: invitationMessage(language, 'invitation.totp.note'),
    },
    heading: invitationMessage(language, 'invitation.password.heading'),
    password: invitationMessage(language, 'invitation.password'),
    passwordNote: invitationMessage(language, 'invitation.password.note'),
    code: invitationMessage(language, 'invitation.code'),
    submit: invitationMessage(language, 'invitation.accept'),
  };
}

const doneView = (codes: readonly string[], language: Language): object => ({
  lead: invitationMessage(language, 'invitation.codes'),
  codes,
  signIn: { href: signInHref(language, '/'), text: invitationMessage(language, 'invitation.sign_in') },
});

/** A key as a person types it: in groups of four. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
