import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { eventHeadersSchema } from './asyncapi/event-headers.js';
import { canonicalJson, sha256Hex } from './canonical-json.js';
import { compileSchema, validatorOf } from './json-schema/compile.js';
import { messageFixtures } from './testing/fixtures.js';
import { EVENTS } from './topics.js';

const fixtures = messageFixtures();

describe('example messages', () => {
  it.each(Object.values(EVENTS).map((event) => [event.shape.name]))(
    'of %s are kept: full and minimal',
    (name) => {
      const names = fixtures.map((fixture) => fixture.name);
      expect(names).toContain(`v1/${name}/full`);
      expect(names).toContain(`v1/${name}/minimal`);
    },
  );

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s is still read',
    (_name, { data, headers, definition }) => {
      const validate = validatorOf(definition.shape, 'tolerant', { allErrors: true });
      expect([validate(data), validate.errors]).toEqual([true, null]);
      expect(validateSync(plainToInstance(definition.shape, data))).toEqual([]);
      const ofHeaders = compileSchema(eventHeadersSchema(definition), { allErrors: true });
      expect([ofHeaders(headers), ofHeaders.errors]).toEqual([true, null]);
    },
  );

  it.each(fixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s is read with properties of a later version in it',
    (_name, { data, definition }) => {
      expect(validatorOf(definition.shape, 'tolerant')({ ...data, addedLater: { any: 1 } })).toBe(true);
      expect(validatorOf(definition.shape, 'strict')({ ...data, addedLater: { any: 1 } })).toBe(false);
    },
  );

  it('carry the hashes of their content', () => {
    for (const { data } of fixtures) {
      const { content, contentHash, snapshot, snapshotHash, plan, planHash } = data as Record<
        string,
        unknown
      >;
      if (content) expect(contentHash).toBe(sha256Hex(canonicalJson(content)));
      if (snapshot) expect(snapshotHash).toBe(sha256Hex(canonicalJson(snapshot)));
      if (plan) expect(planHash).toBe(sha256Hex(canonicalJson(plan)));
    }
  });
});
