import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { serviceHelp } from './service-help.js';

const settings = (text: string) => new Set(text.match(/(?<=\[')[A-Z_]{4,}(?='\])/g));

it('the help of a service names every setting that is read, and the README too', () => {
  const sources = ['service-config.ts', 'mail-config.ts'].map((name) =>
    readFileSync(path.join('libs/service-host', name), 'utf8'),
  );
  const read = [...settings(sources.join(''))];
  expect(read).toContain('KAFKA_TOPIC_PREFIX');
  const help = serviceHelp('reporting', 4001);
  const table = readFileSync('README.md', 'utf8');
  expect(read.filter((name) => !help.includes(`\n  ${name} `))).toEqual([]);
  expect(read.filter((name) => !new RegExp(`^\\| .*\`${name}\``, 'm').test(table))).toEqual([]);
});
