/** Keeps a consumer in its group while a batch is worked on, and tells when it has lost its place. */
export class Membership {
  private readonly left = new AbortController();
  private readonly timer: NodeJS.Timeout;
  /** Why the place was lost: kafkajs must get this very error, to join the group again. */
  lostBecause: unknown;

  /** kafkajs itself sends a heartbeat only when one is due. */
  constructor(
    private readonly heartbeat: () => Promise<void>,
    private readonly closing: AbortSignal,
    everyMs: number,
  ) {
    this.timer = setInterval(() => void this.beat(), everyMs);
  }

  /** Aborted when the consumer closes or its place is lost. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.left.signal, this.closing]);
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    try {
      await this.heartbeat();
    } catch (error) {
      this.lostBecause ??= error;
      this.left.abort();
    }
  }
}
