import { describe } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { findProgram, withoutTool } from './needed-tool.js';

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

const CHROMIUM = { tool: 'Chromium', variable: 'REQUIRE_CHROMIUM' } as const;
const HOW_TO = 'Install Chromium, or set CHROMIUM_PATH to the program.';

const executablePath = findProgram('chromium', 'CHROMIUM_PATH');

/** A browser for one spec, which closes it. */
export async function launchChromium(): Promise<Browser> {
  if (!executablePath) throw new Error(HOW_TO);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A `describe` that needs Chromium: skipped loudly without it, and failed with REQUIRE_CHROMIUM=1. */
export function describeChromium(title: string, suite: () => void): void {
  if (executablePath) describe(title, suite);
  else withoutTool(title, CHROMIUM, HOW_TO);
}
