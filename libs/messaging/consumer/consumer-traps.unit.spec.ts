import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => path.join(folder, file));
}

const all = [...sources('apps'), ...sources('libs')];
const having = (pattern: RegExp) =>
  all.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8')));

describe('traps of this stack', () => {
  it('looks at the sources at all', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it('ClientKafka starts a consumer of its own and mangles payloads: nobody uses it', () => {
    expect(having(/\b(ClientKafka|ClientsModule|ClientProxyFactory|ClientProxy)\b/)).toEqual([]);
  });

  it('what handlers use must live until they have ended: nothing is closed in onModuleDestroy', () => {
    expect(having(/\bonModuleDestroy\s*\(/)).toEqual([]);
  });

  it('a static member keeps its partitions while it is dead: nobody sets groupInstanceId', () => {
    expect(having(/groupInstanceId/)).toEqual([]);
  });

  it('one broker cannot keep three copies of its offsets', () => {
    const settings = readFileSync(path.join(root, 'libs/local-broker/server-properties.ts'), 'utf8');
    expect(settings).toContain('offsets.topic.replication.factor=1');
    const compose = path.join(root, 'docker/compose.yaml');
    if (existsSync(compose)) {
      expect(readFileSync(compose, 'utf8')).toMatch(/KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: ['"]?1\b/);
    }
  });
});
