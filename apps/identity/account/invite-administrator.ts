import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { asSystem } from '#libs/audit/recording/audit-context.js';
import { recordChange } from '#libs/audit/recording/record-change.js';
import { type Language } from '#libs/localization/language.js';
import { UnitOfWork } from '#libs/persistence/unit-of-work.js';
import { InvitationRepository, type MadeInvitation } from '../invitation/invitation.repository.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { openSecretBox } from '../second-factor/open-secret-box.js';
import { SessionRepository } from '../session/session.repository.js';
import { type Change } from './account.records.js';
import { AccountRepository } from './account.repository.js';
import { AdministerAccounts } from './administer-accounts.js';

/** The person who is to administer an operation. */
export interface FirstAdministrator {
  readonly operation: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Language;
}

const OCU = { en: 'Operation Coordination Unit', ru: 'Координационная группа операции' };
const BY = 'operator/command-line';

/**
 * Invites an administrator, as somebody must who has no account yet: the first one of an operation.
 * @param keyFile as in IDENTITY_KEY_FILE
 * @throws ConfigurationError for the key file; ProblemError for a name that is taken or cannot be one
 */
export async function inviteAdministrator(
  dataSource: DataSource,
  keyFile: string | undefined,
  { operation, ...person }: FirstAdministrator,
  at: string,
): Promise<MadeInvitation> {
  // The sealer of the service finds the entries.
  const unitOfWork = new UnitOfWork(
    dataSource,
    recordChange(() => undefined),
  );
  const organisations = new OrganisationRepository(dataSource, unitOfWork);
  const administer = new AdministerAccounts(
    unitOfWork,
    new AccountRepository(dataSource),
    organisations,
    new InvitationRepository(dataSource, openSecretBox(keyFile)),
    new SessionRepository(dataSource),
  );
  const change = { at, by: BY };
  return asSystem(BY, { at, action: 'account.administer', operation }, async () => {
    const organisation = await ocu(organisations, change);
    return administer.invite(operation, { ...person, organisation }, { role: 'administrator' }, change);
  });
}

async function ocu(organisations: OrganisationRepository, change: Change): Promise<string> {
  const known = await organisations.ocu();
  if (known !== undefined) return known;
  const id = randomUUID();
  if (await organisations.add({ id, kind: 'ocu', name: OCU }, change)) return id;
  const added = await organisations.ocu();
  if (added === undefined) throw new Error('The organisation of the OCU could not be added.');
  return added;
}
