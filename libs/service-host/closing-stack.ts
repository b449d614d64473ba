/** What has been started, so that it can be stopped: the last first. */
export class ClosingStack {
  private readonly steps: { readonly what: string; readonly close: () => Promise<void> }[] = [];

  add(what: string, close: () => Promise<void>): void {
    this.steps.push({ what, close });
  }

  /** Closes everything, whatever fails on the way; returns what failed, in words. Calling it again does nothing. */
  async close(): Promise<string[]> {
    const failures: string[] = [];
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      try {
        await step.close();
      } catch (error) {
        failures.push(`${step.what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return failures;
  }
}
