import { describe, expect, it } from '@jest/globals';
import { inWords, namingVariables } from './refusals.js';

describe('a refusal at the terminal', () => {
  it('names the variable that stands for a missing option', () => {
    expect(namingVariables("error: required option '--brokers <list>' not specified\n")).toBe(
      'error: give --brokers <list>, or set KAFKA_BROKERS\n',
    );
    const other = "error: required option '--operation <code>' not specified\n";
    expect(namingVariables(other)).toBe(other);
  });

  it('says what to do about a server that does not answer', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
      ...{ code: 'ECONNREFUSED', address: '127.0.0.1', port: 1 },
    });
    expect(inWords(refused)).toBe(
      'Nothing answers at 127.0.0.1:1. Start the server, or correct the address.',
    );
    expect(inWords(new Error('the topic is gone'))).toBe('the topic is gone');
  });
});
