import { afterEach, describe, expect, it } from '@jest/globals';
import { assertFailpointsAllowed, configureFailpoints, failpoint } from './failpoints.js';

afterEach(() => {
  delete process.env['FAILPOINTS'];
  configureFailpoints('');
});

describe('a failpoint', () => {
  it('does nothing unless it is armed', () => {
    configureFailpoints('');
    expect(() => failpoint('relay.claimed')).not.toThrow();
  });

  it('acts once, at the pass that was asked for', () => {
    configureFailpoints('relay.claimed:throw:3, relay.marked:throw');
    const passes = [1, 2, 3, 4].map(() => {
      try {
        failpoint('relay.claimed');
        return 'passed';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(passes).toEqual(['passed', 'passed', 'failpoint relay.claimed', 'passed']);
    expect(() => failpoint('relay.marked')).toThrow('failpoint relay.marked');
  });

  it.each(['relay.claimed', 'relay.claimed:explode', 'relay.claimed:kill:0'])(
    'cannot be armed by "%s"',
    (spec) => {
      expect(() => configureFailpoints(spec)).toThrow(/is not <name>:kill or <name>:throw/);
    },
  );

  it('is read from the environment', () => {
    process.env['FAILPOINTS'] = 'relay.claimed:throw';
    configureFailpoints();
    expect(() => failpoint('relay.claimed')).toThrow();
  });

  it('is refused in production', () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    process.env['FAILPOINTS'] = 'relay.claimed:throw';
    try {
      expect(() => assertFailpointsAllowed()).toThrow(/FAILPOINTS is set in production/);
      delete process.env['FAILPOINTS'];
      expect(() => assertFailpointsAllowed()).not.toThrow();
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});
