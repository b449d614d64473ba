import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/internal';
import { BaseRpcExceptionFilter } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { EventContext } from '../received-event.js';
import { unmaskHandlerErrors } from './unmask-handler-errors.js';

const error = new TypeError('cannot read properties of undefined');
const thrownBy = (second: unknown) =>
  lastValueFrom(new BaseRpcExceptionFilter().catch(error, new ExecutionContextHost([{}, second]))).catch(
    (thrown: unknown) => thrown,
  );

describe('unmaskHandlerErrors', () => {
  it('lets the error of an event handler through, and nothing else', async () => {
    Logger.overrideLogger(false);
    const masked = { status: 'error', message: 'Internal server error' };
    expect(await thrownBy(new EventContext([undefined as never]))).toEqual(masked);
    unmaskHandlerErrors();
    unmaskHandlerErrors();
    expect(await thrownBy(new EventContext([undefined as never]))).toBe(error);
    expect(await thrownBy('of another transport')).toEqual(masked);
  });
});
