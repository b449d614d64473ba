import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Service } from '#libs/contracts/topics.js';

/** How a supervised service process is started. */
export interface ServiceProcessOptions {
  readonly service: Service;
  readonly environment: Readonly<Record<string, string>>;
  /** Failpoints armed at the first start alone, e.g. `consumer.committed-offset-not:kill:3`. */
  readonly failpoints?: string;
  /** Where standard error is kept. */
  readonly logFile: string;
  /** What is run in place of the service's own program. */
  readonly program?: string;
  /** Milliseconds in which it must become ready. */
  readonly startTimeout?: number;
}

/** A start takes seconds; a busy machine, or a broker that has just begun, makes minutes of them. */
const START_TIMEOUT = 240_000;
const APPS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * One service as a supervised child process: started again whenever it ends without being told to. The port may change
 * at each start, so requests ask for the address anew.
 */
export class ServiceProcess {
  readonly service: Service;
  /** How often it was started again. */
  restarts = 0;
  private child: ChildProcess | undefined;
  private address: Promise<string> | undefined;
  private isStopping = false;
  private readonly log: WriteStream;
  private readonly startTimeout: number;
  /** What it answered last when it was asked whether it is ready. */
  private lastWord = 'it does not listen yet';

  constructor(private readonly options: ServiceProcessOptions) {
    this.service = options.service;
    this.startTimeout = options.startTimeout ?? START_TIMEOUT;
    this.log = createWriteStream(options.logFile, { flags: 'a' });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * Starts and waits until the service listens and can do its work: reporting needs the Operation Plan.
   * @throws Error that names the checks which fail when it does not become ready in time
   */
  async start(): Promise<void> {
    this.spawnChild(this.options.failpoints);
    const until = performance.now() + this.startTimeout;
    while (!(await this.isReady())) {
      if (performance.now() > until) throw new Error(this.notReady());
      await delay(50);
    }
  }

  private notReady(): string {
    const seconds = Math.round(this.startTimeout / 1000);
    return `The ${this.service} service did not become ready within ${seconds} s: ${this.lastWord}; see ${this.options.logFile}.`;
  }

  private async isReady(): Promise<boolean> {
    try {
      const response = await fetch(`${await this.url()}/api/${this.service}/health/ready`);
      if (!response.ok)
        this.lastWord = `/health/ready answers ${response.status} ${(await response.text()).slice(0, 1000)}`;
      return response.ok;
    } catch (error) {
      // A failpoint may have ended it on the way; without one a start that fails is told at once.
      if (this.options.failpoints === undefined && this.restarts > 0) throw error;
      return false;
    }
  }

  /** `http://127.0.0.1:<port>`, as soon as the process listens. */
  async url(): Promise<string> {
    if (!this.address) throw new Error(`The ${this.service} service has not been started.`);
    return this.address;
  }

  /** SIGKILL, as a crash; the supervisor starts it again. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  /** Stops cleanly. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await ended;
      clearTimeout(timer);
    }
    this.log.end();
  }

  private spawnChild(failpoints?: string): void {
    const environment = {
      ...this.options.environment,
      PORT: '0',
      ...(failpoints && { FAILPOINTS: failpoints }),
    };
    const child = spawn(
      process.execPath,
      [this.options.program ?? path.join(APPS, this.service, 'main.js')],
      {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stderr.pipe(this.log, { end: false });
    this.child = child;
    this.address = this.waitForAddress(child);
    // A start that fails is reported where the address is asked for; here it must not end the supervisor.
    this.address.catch(() => undefined);
    child.once('exit', () => this.onExit());
  }

  private onExit(): void {
    if (this.isStopping) return;
    this.restarts += 1;
    if (this.restarts > 20) {
      this.address = Promise.reject(
        new Error(`The ${this.service} service ended 20 times; see ${this.options.logFile}.`),
      );
      this.address.catch(() => undefined);
      return;
    }
    this.spawnChild();
  }

  private waitForAddress(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (why: string): void =>
        reject(new Error(`The ${this.service} service ${why}; see ${this.options.logFile}.`));
      const seconds = Math.round(this.startTimeout / 1000);
      const timer = setTimeout(() => fail(`did not listen within ${seconds} s`), this.startTimeout);
      let output = '';
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const port = /listening (\d+)\n/.exec(output)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        // What comes later is not read, but must not fill the pipe.
        child.stdout?.off('data', read).resume();
        resolve(`http://127.0.0.1:${port}`);
      };
      child.stdout?.on('data', read);
      child.once('exit', () => {
        clearTimeout(timer);
        fail('ended before it listened');
      });
    });
  }
}
