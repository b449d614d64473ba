import { AUDIT_ACTIONS } from '#libs/audit/audit-entry.js';
import { type AuditPage } from '#libs/audit/reading/audit-page.dto.js';
import { SERVICES, type Service } from '#libs/contracts/topics.js';
import { formatInstant } from '#libs/localization/dates.js';
import { type Language } from '#libs/localization/language.js';
import { auditMessage } from './audit-messages.js';

/** What the form asks for. */
export interface AuditForm {
  readonly service: Service;
  readonly filter: Readonly<Record<(typeof FIELDS)[number] | 'action', string>>;
}

const FIELDS = ['from', 'to', 'actor', 'object'] as const;

/** Reads the form out of the address; whatever is no text counts as empty. */
export function readAuditForm(query: Readonly<Record<string, unknown>>): AuditForm {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const service = SERVICES.find((known) => known === text('service')) ?? 'reporting';
  const [from, to, actor, object, action] = [...FIELDS, 'action'].map(text) as [
    ...[string, string, string, string, string],
  ];
  return { service, filter: { from, to, actor, object, action } };
}

/** What the template of the audit trail shows. */
export function auditView(
  { entries, next, chain }: AuditPage,
  { service, filter }: AuditForm,
  path: string,
  title: string,
  language: Language,
): object {
  const say = (key: PlainKey): string => auditMessage(language, key);
  const older = new URLSearchParams({ service, ...filter, before: String(next ?? '') });
  return {
    ...{
      title,
      path,
      service: say('service'),
      action: say('action'),
      show: say('show'),
      caption: say('caption'),
    },
    services: SERVICES.map((name) => ({
      ...{ value: name, text: say(`service.${name}`), isChosen: name === service },
    })),
    fields: FIELDS.map((name) => ({ name, label: say(name), value: filter[name] })),
    actions: [
      { value: '', text: say('any'), isChosen: filter.action === '' },
      ...AUDIT_ACTIONS.map((value) => ({ value, text: value, isChosen: value === filter.action })),
    ],
    state: chainInWords(chain, language),
    isAltered: (chain.problems ?? 0) > 0,
    headings: (['position', 'at', 'who', 'network', 'what', 'outcome'] as const).map(say),
    none: entries.length === 0 ? say('none') : null,
    rows: entries.map((entry) => rowOf(entry, language)),
    older: next === undefined ? null : { href: `${path}?${older.toString()}`, text: say('older') },
  };
}

type PlainKey = Exclude<Parameters<typeof auditMessage>[1], 'title' | 'sealed' | 'whole' | 'altered'>;

const instant = (iso: string, language: Language): string => formatInstant(iso, 'UTC', language);

/** How far the chain is sealed, and how far it was recomputed. */
export function chainInWords(chain: AuditPage['chain'], language: Language): string[] {
  const { position, sealedUpTo, unsealed, verifiedAt, verifiedUpTo = 0, problems = 0 } = chain;
  const sealed =
    sealedUpTo === undefined
      ? auditMessage(language, 'unbegun')
      : auditMessage(language, 'sealed', {
          ...{ position: String(position), at: instant(sealedUpTo, language), unsealed: String(unsealed) },
        });
  if (verifiedAt === undefined) return [sealed, auditMessage(language, 'unverified')];
  const places = { at: instant(verifiedAt, language), position: String(verifiedUpTo) };
  return [
    sealed,
    problems === 0
      ? auditMessage(language, 'whole', places)
      : auditMessage(language, 'altered', { ...places, problems: String(problems) }),
  ];
}

function rowOf(entry: AuditPage['entries'][number], language: Language): readonly string[] {
  const { position, at, actor, role, unit, country, network = '', kind, action, objectId = '' } = entry;
  const whose = [role, unit ?? country].filter((part) => part !== undefined).join(' ');
  const who = actor === '' ? auditMessage(language, 'nobody') : `${actor} ${whose}`.trim();
  const times = entry.count > 1 ? ` × ${entry.count}` : '';
  return [
    ...[String(position), instant(at, language), who, network],
    `${auditMessage(language, `kind.${kind}`)}: ${action} ${objectId}`.trim(),
    `${entry.outcome}${times}`,
  ];
}
