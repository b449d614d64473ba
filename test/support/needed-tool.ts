import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe, it } from '@jest/globals';

/** Something of the machine that a suite cannot do without. */
export interface NeededTool {
  /** `Kafka broker`. */
  readonly tool: string;
  /** Makes its absence a failure where it is `1`; `.ci/run` sets it, so that no suite goes missing there. */
  readonly variable: 'REQUIRE_KAFKA' | 'REQUIRE_SOFFICE' | 'REQUIRE_CHROMIUM' | 'REQUIRE_OPENSSL';
}

/** Where a program is installed: the environment variable first, then the folders of PATH; undefined when it is not. */
export function findProgram(program: string, variable: string): string | undefined {
  const given = process.env[variable];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = given ? [given] : folders.map((folder) => path.join(folder, program));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Stands in for a suite whose tool this machine lacks: skipped so that nobody overlooks it, or failed where it is required. */
export function withoutTool(title: string, { tool, variable }: NeededTool, reason: string): void {
  if (process.env[variable] === '1') {
    describe(title, () => {
      it(`needs: ${tool} (${variable}=1)`, () => {
        throw new Error(`${variable}=1, but there is no ${tool}: ${reason}`);
      });
    });
    return;
  }
  const frame = '!'.repeat(80);
  console.warn(`\n${frame}\n!!  SKIPPED, NO ${tool.toUpperCase()}: ${title}\n!!  ${reason}\n${frame}`);
  describe.skip(title, () => {
    it(`needs: ${tool}`, () => undefined);
  });
}
