import { readFileSync } from 'node:fs';

/** A process to watch. */
export interface WatchedProcess {
  readonly name: string;
  /** Undefined while it is not running. */
  readonly pid: number | undefined;
  /** Name for its child processes; without it they are not watched. */
  readonly childName?: string;
}

/** Peak resident memory of processes, sampled from /proc; empty where there is no /proc. */
export class PeakMemory {
  /** Largest peak by name, in MB. */
  readonly peaks = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param watched is asked at every sample: a service that was started again has another pid
   * @param proc the folder of the process file system
   */
  constructor(
    private readonly watched: () => readonly WatchedProcess[],
    private readonly proc = '/proc',
  ) {}

  /** Samples ten times a second until `stop`. */
  start(): void {
    this.timer = setInterval(() => this.sample(), 100);
    this.timer.unref();
  }

  /** Samples once more and ends. */
  stop(): void {
    this.sample();
    clearInterval(this.timer);
  }

  private sample(): void {
    for (const { name, pid, childName } of this.watched()) {
      if (pid === undefined) continue;
      this.keep(name, this.peakOf(pid));
      if (childName === undefined) continue;
      for (const child of this.childrenOf(pid)) this.keep(childName, this.peakOf(child));
    }
  }

  private keep(name: string, megabytes: number): void {
    if (megabytes > (this.peaks.get(name) ?? 0)) this.peaks.set(name, megabytes);
  }

  /** A process that has just ended counts as nothing. */
  private peakOf(pid: number): number {
    try {
      const status = readFileSync(`${this.proc}/${pid}/status`, 'utf8');
      return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      return 0;
    }
  }

  /** Node starts all its child processes from the main thread. */
  private childrenOf(pid: number): number[] {
    try {
      const children = readFileSync(`${this.proc}/${pid}/task/${pid}/children`, 'utf8');
      return children.trim().split(/\s+/).filter(Boolean).map(Number);
    } catch {
      return [];
    }
  }
}
