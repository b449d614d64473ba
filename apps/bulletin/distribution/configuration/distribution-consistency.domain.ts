import { createPublicKey, type JsonWebKey } from 'node:crypto';
import {
  type CountryDistribution,
  type DistributionFile,
  type RecipientKey,
} from './distribution-file.dto.js';

/** Something that is wrong with a distribution file, and where. */
export interface DistributionProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** What is wrong with a file that has the right shape. */
export function distributionProblems(file: DistributionFile, operation: string): DistributionProblem[] {
  const problems: DistributionProblem[] = [];
  if (file.operation !== operation)
    problems.push({ path: ['operation'], reason: `operation must be ${operation}, as the file is named` });
  const { publicAddress } = file;
  if (publicAddress !== undefined && !isAddress(publicAddress))
    problems.push({ path: ['publicAddress'], reason: `publicAddress ${ADDRESS_RULE}` });
  file.countries.forEach((country, place) => {
    const isSecond = file.countries.findIndex((other) => other.country === country.country) < place;
    const found = [
      ...(isSecond ? [{ path: ['country'], reason: `${country.country} is named twice` }] : []),
      ...countryProblems(country, file),
    ];
    problems.push(...found.map(({ path, reason }) => ({ path: ['countries', place, ...path], reason })));
  });
  return problems;
}

const ADDRESS_RULE =
  'must be https://host/path (http:// on this machine alone), without user, password, query and #';

/** Whether something may be sent there: over TLS, or to this very machine. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash, search } = new URL(text);
  const isBare = username === '' && password === '' && hash === '' && search === '';
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return isBare && (protocol === 'https:' || (protocol === 'http:' && isLoopback));
}

function countryProblems(given: CountryDistribution, file: DistributionFile): DistributionProblem[] {
  const { country, webhook, email, key } = given;
  const needsAddress = email !== undefined || webhook !== undefined;
  const wrong = [
    ...channelProblems(given),
    new Set(given.channels).size < given.channels.length && ['channels', 'a channel is named twice'],
    webhook && !isAddress(webhook.url) && ['webhook', `webhook.url ${ADDRESS_RULE}`],
    needsAddress &&
      file.publicAddress === undefined && [
        'channels',
        'mail and webhooks name the address of the product: give publicAddress',
      ],
    email?.content === 'encrypted_package' && !key && ['email', 'an encrypted package needs a key'],
    key && !isKey(key) && ['key', 'key is no public key of P-256 or X25519'],
  ];
  return wrong.flatMap((one) =>
    one ? [{ path: [one[0] ?? ''], reason: `${country}: ${one[1] ?? ''}` }] : [],
  );
}

function channelProblems({ channels, ...settings }: CountryDistribution): string[][] {
  return (['email', 'webhook'] as const).flatMap((channel) => {
    const isUsed = channels.includes(channel);
    if (isUsed === (settings[channel] !== undefined)) return [];
    return isUsed
      ? [['channels', `${channel} needs the settings "${channel}"`]]
      : [[channel, `"${channel}" is none of its channels`]];
  });
}

function isKey({ expires: _expires, ...jwk }: RecipientKey): boolean {
  if ((jwk.kty === 'EC') !== (jwk.crv === 'P-256') || (jwk.kty === 'EC') !== (jwk.y !== undefined))
    return false;
  try {
    createPublicKey({ key: { ...jwk } as JsonWebKey, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
