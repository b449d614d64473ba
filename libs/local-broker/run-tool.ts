import { spawn } from 'node:child_process';

/** What a finished command wrote, and how it ended; `code` is null when it could not be started or was killed. */
export interface ToolResult {
  readonly code: number | null;
  readonly missing: boolean;
  readonly output: string;
}

/** Runs a command to its end; never rejects. */
export function runTool(command: string, args: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ code: null, missing: true, output: error.message }));
    child.once('close', (code) => resolve({ code, missing: false, output }));
  });
}

/** The last lines of an output, for a message. */
export function tail(output: string, lines = 8): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
