import { readFileSync } from 'node:fs';
import { EMAIL_PATTERN } from '#libs/contracts/shapes.js';

/** The mail server that takes the product's mail; frozen. */
export interface MailConfig {
  /** `smtps://user:password@host:465` (TLS from the start) or `smtp://user:password@host:587` (STARTTLS required). */
  readonly url: string;
  /** Address that the mail comes from. */
  readonly from: string;
  /** Certificates (PEM) that are trusted in place of the well-known ones: those of an authority's own network. */
  readonly ca?: string;
}

/** Reads MAIL_URL, MAIL_FROM and MAIL_CA_FILE; undefined where neither of the first two is given. */
export function readMailConfig(
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): MailConfig | undefined {
  const url = environment['MAIL_URL'];
  const from = environment['MAIL_FROM'];
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || !/^smtps?:\/\/[^\s?]+$/.test(url) || !URL.canParse(url))
    problems.push('MAIL_URL must be smtps://user:password@host:port or smtp://… (with STARTTLS)');
  if (from === undefined || !EMAIL_PATTERN.test(from))
    problems.push('MAIL_FROM must be the address that mail comes from');
  const ca = readCertificates(environment['MAIL_CA_FILE'], problems);
  return Object.freeze({ url: url ?? '', from: from ?? '', ...(ca !== undefined && { ca }) });
}

function readCertificates(file: string | undefined, problems: string[]): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    problems.push(`MAIL_CA_FILE cannot be read: ${(error as Error).message}`);
    return undefined;
  }
}
