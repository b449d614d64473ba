import { readdirSync, readFileSync } from 'node:fs';
import { type EventDefinition, eventDefinition } from '../topics.js';

/** An example message of a released version: key, headers and data as on the wire. */
export interface MessageFixture {
  /** `v1/BulletinIssued/full`. */
  readonly name: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: object;
  readonly definition: EventDefinition;
}

const FOLDER = new URL('../fixtures/', import.meta.url);

/** Every example message that was ever released. */
export function messageFixtures(): MessageFixture[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  return files.sort().map((file) => {
    const text = readFileSync(new URL(file.replaceAll('\\', '/'), FOLDER), 'utf8');
    const fixture = JSON.parse(text) as Omit<MessageFixture, 'name' | 'definition'>;
    const definition = eventDefinition(fixture.headers['ce_type'] ?? '');
    if (!definition) throw new Error(`${file}: no event of type ${fixture.headers['ce_type']}`);
    return { ...fixture, name: file.replace(/\.json$/, ''), definition };
  });
}
