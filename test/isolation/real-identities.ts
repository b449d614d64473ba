import { type IsolationBed } from './isolation-bed.js';
import { type Actor } from './actors.js';

type Kind = Pick<Actor, 'role' | 'unit' | 'country'>;

/** People of the first operation; none of them has a role in the other one. */
const PEOPLE: readonly Kind[] = [
  { role: 'pcu_officer', unit: 'UZ-ONE', country: 'UZ' },
  { role: 'contact_point', country: 'KZ' },
  { role: 'participant', country: 'GE' },
  { role: 'ocu_analyst' },
  { role: 'ocu_head' },
  { role: 'administrator' },
];

/** Signs people in as they do it themselves, and makes a key for a program. */
export async function realActors({ identity }: IsolationBed): Promise<Actor[]> {
  const actors: Actor[] = [];
  for (const [at, { role, unit, country }] of PEOPLE.entries()) {
    const name = `person-${at}`;
    const scope =
      role === 'pcu_officer' ? { unit } : { unit: undefined, ...(country !== undefined && { country }) };
    const organisation = await organisationOf(identity, country);
    const person = await identity.person({
      name,
      mail: `${name}@customs.example`,
      role,
      ...scope,
      organisation,
    });
    const cookie = await identity.signIn(person);
    actors.push({
      name,
      role,
      ...(unit && { unit }),
      ...(country && { country }),
      operation: 'tiny',
      headers: { cookie },
    });
  }
  return [...actors, await program({ identity })];
}

async function organisationOf(
  identity: IsolationBed['identity'],
  country: string | undefined,
): Promise<string> {
  const kind = country === undefined ? 'ocu' : 'country_administration';
  const [known] = await identity.query<{ id: string }>(
    'select id from organisation where kind = $1 and country is not distinct from $2',
    [kind, country ?? null],
  );
  return known?.id ?? identity.organisation({ kind, country });
}

async function program({ identity }: Pick<IsolationBed, 'identity'>): Promise<Actor> {
  const scopes = [
    'operation.read',
    'daily-report.submit',
    'daily-report.draft',
    'daily-report.read',
    'finding.read',
  ];
  const { body } = await identity.administer('api-keys', { unit: 'TJ-ONE', label: 'x', scopes, days: 9 });
  const headers = { authorization: `Bearer ${String(body['key'])}` };
  return {
    ...{ name: 'program', role: 'pcu_officer', unit: 'TJ-ONE', country: 'TJ' },
    operation: 'tiny',
    headers,
  };
}
