import { createCatalogue, defineMessages } from '#libs/localization/catalogue.js';
import { type Language } from '#libs/localization/language.js';
import { printable } from '#libs/signing/verification/printable.js';
import { type AuditFinding, type ChainReport } from './verification.types.js';
import { type AuditVerification } from './verify-audit.js';

const table = defineMessages({
  'entry-altered': {
    en: '{service}, position {position}: row {entry} of audit_entry was altered after it was sealed.',
    ru: '{service}, позиция {position}: строка {entry} таблицы audit_entry изменена после запечатывания.',
  },
  'last-altered': {
    en: '{service}, position {position}: row {entry} of audit_entry, the last one, or its seal was altered.',
    ru: '{service}, позиция {position}: изменена последняя строка {entry} таблицы audit_entry или её печать.',
  },
  'hash-altered': {
    en: '{service}, position {position}: the hash in the seal of row {entry} was altered.',
    ru: '{service}, позиция {position}: изменён хеш в печати строки {entry}.',
  },
  'previous-altered': {
    en: '{service}, position {position}: in the seal of row {entry} the hash of the position before was altered.',
    ru: '{service}, позиция {position}: в печати строки {entry} изменён хеш предыдущей позиции.',
  },
  'entry-missing': {
    en: '{service}, position {position}: row {entry} of audit_entry, which is sealed, is gone.',
    ru: '{service}, позиция {position}: запечатанная строка {entry} таблицы audit_entry отсутствует.',
  },
  'seal-missing': {
    en: '{service}, position {position}: the seal is gone.',
    ru: '{service}, позиция {position}: печать отсутствует.',
  },
  'order-changed': {
    en: '{service}, position {position}: row {entry} does not belong here; the order was changed.',
    ru: '{service}, позиция {position}: строка {entry} находится не на своём месте; порядок изменён.',
  },
  'entry-unsealed': {
    en: '{service}: row {entry} of audit_entry is not sealed and does not wait for it; its seal was taken away.',
    ru: '{service}: строка {entry} таблицы audit_entry не запечатана и не ожидает запечатывания; её печать изъята.',
  },
  'chain-truncated': {
    en: '{service}, position {position}: {of} names this position, but the chain ends before it; its end was cut off.',
    ru: '{service}, позиция {position}: {of} указывает эту позицию, но цепочка заканчивается раньше; её конец изъят.',
  },
  'chain-contradicts': {
    en: '{service}, position {position}: the hash is not the one that {of} names; the chain was written anew.',
    ru: '{service}, позиция {position}: хеш не совпадает с указанным ({of}); цепочка переписана.',
  },
  'checkpoint-altered': {
    en: '{service}: checkpoint {of} was altered, or the key did not make its signature.',
    ru: '{service}: контрольная точка {of} изменена или её подпись создана не этим ключом.',
  },
  'checkpoint-key': {
    en: '{service}: the key of checkpoint {of} is unknown, was revoked, or was not valid at its time.',
    ru: '{service}: ключ контрольной точки {of} неизвестен, отозван или на тот момент не действовал.',
  },
  'checkpoint-missing': {
    en: '{service}: checkpoint {of} is gone.',
    ru: '{service}: контрольная точка {of} отсутствует.',
  },
  'checkpoints-missing': {
    en: '{service}: there is not one checkpoint, although one is made each hour and there are entries older than two hours.',
    ru: '{service}: нет ни одной контрольной точки, хотя они создаются каждый час и имеются записи старше двух часов.',
  },
  'manifest-altered': {
    en: '{service}: the manifest of {of} or its signature was altered, or its key is not valid; what it says of the trail was not used.',
    ru: '{service}: манифест {of} или его подпись изменены либо ключ недействителен; указанное в нём о журнале не учтено.',
  },
  'by.checkpoint': { en: 'checkpoint {number}', ru: 'контрольная точка {number}' },
  'by.bulletin': { en: 'the manifest of {name}', ru: 'манифест {name}' },
  'report.chain': {
    en: '{service}: {count} entries recomputed, up to position {position}, hash {hash}',
    ru: '{service}: пересчитано записей: {count}; до позиции {position}, хеш {hash}',
  },
  'result.good': {
    en: 'The audit trail is whole. Checkpoints verified: {checkpoints}, manifests: {manifests}.',
    ru: 'Журнал аудита цел. Проверено контрольных точек: {checkpoints}, манифестов: {manifests}.',
  },
  'result.bad': {
    en: 'The audit trail was altered. Problems found: {count}.',
    ru: 'Журнал аудита изменён. Обнаружено нарушений: {count}.',
  },
});

export const auditVerificationCatalogue = createCatalogue(table);
const { message } = auditVerificationCatalogue;

/** What is wrong, in words that name service, position and row. */
export function auditFindingInWords(
  { code, service, position, entry, of = '' }: AuditFinding,
  language: Language,
): string {
  const names = /^chain-/.test(code)
    ? /^\d+$/.test(of)
      ? message(language, 'by.checkpoint', { number: of })
      : message(language, 'by.bulletin', { name: printable(of) })
    : printable(of);
  return message(language, code, {
    ...{ service: printable(service), of: names },
    ...{ position: String(position ?? ''), entry: printable(entry ?? '') },
  });
}

const chainInWords = ({ service, count, position, hash }: ChainReport, language: Language): string =>
  message(language, 'report.chain', {
    ...{ service: printable(service), count: String(count), position: String(position), hash },
  });

/** The whole result, a line for each chain and each finding. */
export function auditInWords(result: AuditVerification, language: Language): string {
  const { chains, checkpoints, manifests, findings } = result;
  return [
    ...chains.map((chain) => chainInWords(chain, language)),
    ...findings.map((finding) => `✕ ${auditFindingInWords(finding, language)}`),
    findings.length === 0
      ? message(language, 'result.good', { checkpoints: String(checkpoints), manifests: String(manifests) })
      : message(language, 'result.bad', { count: String(findings.length) }),
  ].join('\n');
}
