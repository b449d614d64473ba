import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ServiceProcess } from './service-process.js';

/** Listens as a service does and answers every request so. */
const answering = (status: number, body: string): string => `
  const server = require('node:http').createServer((_request, response) => response.writeHead(${status}).end('${body}'));
  server.listen(0, '127.0.0.1', () => console.log('listening ' + server.address().port));`;

describe('a supervised service', () => {
  let folder: string;
  let service: ServiceProcess | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'service-process-spec-'));
  });
  afterEach(async () => {
    await service?.stop();
    await rm(folder, { recursive: true });
  });

  const start = async (code: string, startTimeout: number): Promise<void> => {
    const program = path.join(folder, 'main.cjs');
    await writeFile(program, code);
    const logFile = path.join(folder, 'log');
    service = new ServiceProcess({ service: 'reporting', environment: {}, logFile, program, startTimeout });
    await service.start();
  };

  it('has started when it is ready', async () => {
    await start(answering(200, '{}'), 30_000);
    expect(await service?.url()).toMatch(/^http:/);
  });

  it('that does not become ready is told with its last answer and the time it was given', async () => {
    const checks = '{"status":"not-ready","checks":{"service":"no Operation Plan yet"}}';
    await expect(start(answering(503, checks), 4000)).rejects.toThrow(
      `within 4 s: /health/ready answers 503 ${checks}; see ${folder}`,
    );
  });

  it('that does not even listen is told so', async () => {
    await expect(start('setInterval(() => undefined, 1000)', 300)).rejects.toThrow(
      'did not become ready within 0 s: it does not listen yet; see',
    );
  });
});
