import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe, it } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

/** Headless, without a sandbox of its own (tests run as root), and without talking to anybody but the page's server. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is installed on this machine (CHROMIUM_PATH first); undefined when it is not. */
export function chromiumPath(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const places = given ? [given] : folders.map((folder) => path.join(folder, 'chromium'));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A browser for one spec, which closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('Chromium is not installed: install it or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * A `describe` that needs Chromium. Without it the tests are skipped with a warning, and with REQUIRE_CHROMIUM=1 they
 * fail.
 */
export function describeChromium(name: string, tests: () => void): void {
  if (chromiumPath()) {
    describe(name, tests);
  } else if (process.env['REQUIRE_CHROMIUM'] === '1') {
    it(`${name}: needs Chromium`, () => {
      throw new Error('REQUIRE_CHROMIUM=1, but Chromium is not installed.');
    });
  } else {
    process.stderr.write(`\nSKIPPED for want of Chromium: ${name}\n`);
    describe.skip(name, tests);
  }
}
