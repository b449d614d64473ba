import { readWorkbook } from '../read-workbook.js';
import { sampleWorkbook } from './sample-workbook.js';

/** As many rows as a report may have, so often that the parser of XML is compiled for speed. */
const ROWS = 2000;
const READINGS = 3;

/**
 * Reads a workbook of its own making, so that the first file of a process is read, or refused, as fast as all later
 * ones: without it the first one takes several times as long.
 */
export async function warmUpReader(): Promise<void> {
  const workbook = sampleWorkbook(ROWS);
  // It is ours, and on a busy machine slow: no limit of time may keep the process from starting.
  const limits = { processorMilliseconds: Infinity, milliseconds: Infinity };
  for (let reading = 0; reading < READINGS; reading += 1) await readWorkbook(workbook, { limits });
}
