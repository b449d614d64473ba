import { type DemonstrationAccount, type DemonstrationAccounts } from '#apps/identity/index.js';
import { type OperationPlan } from '#libs/contracts/operation-plan/operation-plan.dto.js';
import { demonstrationPeople } from './demonstration-people.js';

const HOW_TO_RENEW = 'npm start -- --new-demo-accounts';

/**
 * Makes the demonstration accounts at the first start, or anew where that was asked for, and says so.
 * @returns what to print
 */
export async function makeDemonstration(
  accounts: Pick<DemonstrationAccounts, 'all' | 'make'>,
  plan: OperationPlan | undefined,
  anew: boolean,
): Promise<string> {
  const known = await accounts.all();
  if (known.length > 0 && !anew) {
    const names = known.map(({ name }) => name).join(', ');
    return `  Accounts    for a demonstration: ${names}\n              New passwords: ${HOW_TO_RENEW}\n`;
  }
  if (!plan) return '';
  return announcementOf(await accounts.make(plan.code, demonstrationPeople(plan)), plan.code);
}

/** What is printed once, and told nowhere else. */
function announcementOf(made: readonly DemonstrationAccount[], operation: string): string {
  const [name, password] = [longest(made, 'name'), longest(made, 'password')];
  const rows = made.map(
    (account) =>
      `  ${account.name.padEnd(name)}  ${account.password.padEnd(password)}  ${account.totpSecret}`,
  );
  return [
    '',
    'DEMONSTRATION ACCOUNTS were made: for trying out on this machine, never for production.',
    `Operation ${operation}. Shown this once: name, password, key for an authenticator app.`,
    '',
    ...rows,
    '',
    'Without an authenticator app: npm run cli -- accounts code   (asks for the key, prints the present code)',
    `New passwords and keys: ${HOW_TO_RENEW}`,
    '',
  ].join('\n');
}

const longest = (made: readonly DemonstrationAccount[], field: 'name' | 'password'): number =>
  Math.max(...made.map((account) => account[field].length));
