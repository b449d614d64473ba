import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/observability/clock.js';
import { type Role } from '#libs/security/acting-party.js';
import { makeRecoveryCodes } from '#libs/security/second-factor/recovery-codes.js';
import { totpCodeAt } from '#libs/security/second-factor/totp.js';
import { type Change } from '../account/account.records.js';
import { AdministerAccounts } from '../account/administer-accounts.js';
import { type OrganisationScope, type RoleGrant } from '../account/role-fits.domain.js';
import { AcceptInvitation } from '../invitation/accept-invitation.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { SessionRepository } from '../session/session.repository.js';
import { BY_DEMONSTRATION } from './demonstration-mark.js';

/** Somebody to try the product out as. */
export interface DemonstrationPerson extends RoleGrant {
  readonly name: string;
}

/** What is printed of an account, once. */
export interface DemonstrationAccount extends DemonstrationPerson {
  readonly password: string;
  readonly totpSecret: string;
}

const OCU = { en: 'Operation Coordination Unit', ru: 'Координационная группа операции' };
const CUSTOMS = { en: 'Customs administration', ru: 'Таможенная администрация' };
/** From here they are accepted. */
const ADDRESS = '127.0.0.1';
const STEP_SECONDS = 30;

/** Accounts with which the product is tried out on one machine; not there in production. */
@Injectable()
export class DemonstrationAccounts {
  constructor(
    private readonly administer: AdministerAccounts,
    private readonly acceptance: AcceptInvitation,
    private readonly organisations: OrganisationRepository,
    private readonly sessions: SessionRepository,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those that can sign in, in the order in which they were made. */
  async all(): Promise<DemonstrationPerson[]> {
    const rows: { name: string; role: Role; unit: string | null; country: string | null }[] =
      await this.dataSource.query(
        `select a.name, r.role, r.unit, r.country from account a join account_role r on r.account = a.id
         where a.created_by = $1 and a.state = 'active' order by a.created_at, a.name collate "C"`,
        [BY_DEMONSTRATION],
      );
    return rows.map(({ name, role, unit, country }) => ({
      ...{ name, role },
      ...(unit !== null && { unit }),
      ...(country !== null && { country }),
    }));
  }

  /** Makes the accounts, active at once; one that is there gets another password, and its sessions end. */
  async make(operation: string, people: readonly DemonstrationPerson[]): Promise<DemonstrationAccount[]> {
    const made: DemonstrationAccount[] = [];
    for (const person of people) made.push(await this.makeOne(operation, person));
    return made;
  }

  /** Begins a session of such an account without a password. @returns undefined for any other account */
  async signIn(name: string, agent: string): Promise<string | undefined> {
    const [account]: { id: string }[] = await this.dataSource.query(
      `select id from account where name = $1 and created_by = $2 and state = 'active'`,
      [name, BY_DEMONSTRATION],
    );
    return account && this.sessions.begin(this.dataSource.manager, account.id, agent, this.clock.now());
  }

  private async makeOne(operation: string, person: DemonstrationPerson): Promise<DemonstrationAccount> {
    const at = this.clock.now();
    const change = { at, by: BY_DEMONSTRATION };
    const { token } = await this.invite(operation, person, change);
    const [password = ''] = makeRecoveryCodes().map((code) => code.toLowerCase());
    const { totpSecret } = await this.acceptance.look(token);
    // The oldest code that is taken: those that an authenticator shows from now on are free.
    const code = totpCodeAt(totpSecret, Date.parse(at) / 1000 - STEP_SECONDS);
    await this.acceptance.run({ token, password, code }, ADDRESS);
    return { ...person, password, totpSecret };
  }

  private async invite(operation: string, person: DemonstrationPerson, change: Change) {
    const [known]: { id: string }[] = await this.dataSource.query(
      'select id from account where name = $1 and created_by = $2',
      [person.name, BY_DEMONSTRATION],
    );
    if (known) return this.administer.inviteAgain({ operation, account: known.id }, change);
    const { name, ...grant } = person;
    const organisation = await this.organisationFor(grant, change);
    const account = { name, mail: `${name}@demonstration.example`, language: 'en' as const, organisation };
    return this.administer.invite(operation, account, grant, change);
  }

  private async organisationFor({ country }: RoleGrant, change: Change): Promise<string> {
    const scope: OrganisationScope =
      country === undefined ? { kind: 'ocu' } : { kind: 'country_administration', country };
    const all = await this.organisations.all();
    const known = all.find(({ kind, country: of }) => kind === scope.kind && of === scope.country);
    if (known) return known.id;
    const name =
      country === undefined ? OCU : { en: `${CUSTOMS.en}, ${country}`, ru: `${CUSTOMS.ru}, ${country}` };
    const id = randomUUID();
    await this.organisations.add({ id, ...scope, name }, change);
    return id;
  }
}
