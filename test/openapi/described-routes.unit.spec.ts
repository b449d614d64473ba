import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

/** Handlers of the services' routes by name, each with the sentence of its API description. */
async function sentences(): Promise<Map<string, string>> {
  const files = ['reporting', 'coordination', 'bulletin', 'identity'].flatMap((service) =>
    readdirSync(path.join('apps', service), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.controller.ts'))
      .map((file) => path.resolve('apps', service, file)),
  );
  const found = new Map<string, string>();
  for (const file of files) {
    const exported = Object.values((await import(file)) as Record<string, unknown>);
    for (const controller of exported) {
      if (typeof controller !== 'function' || !Reflect.hasMetadata('path', controller)) continue;
      const handlers = Object.entries(
        Object.getOwnPropertyDescriptors(controller.prototype as Record<string, unknown>),
      );
      for (const [name, { value }] of handlers as [string, { value?: unknown }][]) {
        if (typeof value !== 'function' || !Reflect.hasMetadata('method', value)) continue;
        const operation = Reflect.getMetadata('swagger/apiOperation', value) as
          { summary?: string } | undefined;
        found.set(`${controller.name}.${name}`, operation?.summary ?? '');
      }
    }
  }
  return found;
}

it('every route of every service says in a sentence what it does', async () => {
  const found = await sentences();
  expect(found.size).toBeGreaterThan(40);
  expect([...found].filter(([, sentence]) => !/^[A-Z][^`]{8,}\.$/.test(sentence))).toEqual([]);
});
