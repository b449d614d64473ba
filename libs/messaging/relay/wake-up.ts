/** A pause that can be cut short. A call before the pause counts too. */
export class WakeUp {
  private called = false;
  private end: (() => void) | undefined;

  /** Whether the next pause will be none. */
  get isCalled(): boolean {
    return this.called;
  }

  call(): void {
    this.called = true;
    this.end?.();
  }

  /** Waits that long or until the next call; true when it was called. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.end = undefined;
    }
    const called = this.called;
    this.called = false;
    return called;
  }
}
