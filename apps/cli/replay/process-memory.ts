import { readdirSync, readFileSync } from 'node:fs';

/** Peak resident memory of processes and their descendants, sampled from /proc; empty where there is no /proc. */
export class PeakMemory {
  /** Largest peak by name, in MB. */
  readonly peaks = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly named: () => ReadonlyMap<string, number | undefined>) {}

  start(): void {
    this.timer = setInterval(() => this.sample(), 100);
    this.timer.unref();
  }

  stop(): void {
    this.sample();
    clearInterval(this.timer);
  }

  private sample(): void {
    for (const [name, pid] of this.named()) {
      if (pid === undefined) continue;
      this.keep(name, peakOf(pid));
      for (const child of childrenOf(pid)) this.keep(`${name} renderer`, peakOf(child));
    }
  }

  private keep(name: string, megabytes: number): void {
    if (megabytes > (this.peaks.get(name) ?? 0)) this.peaks.set(name, megabytes);
  }
}

function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
}
