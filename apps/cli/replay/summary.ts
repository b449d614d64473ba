import { describeDifference } from '../oracle/compare-snapshot.js';
import { type UnexpectedAnswer } from './play.js';
import { type ReplayResult } from './replay.types.js';

const SHOWN = 20;

/** The summary of a replay for a person. */
export function summarise(result: ReplayResult, out: string): string {
  const { seconds, peakMemoryMb, busCheck } = result;
  const memory = Object.entries(peakMemoryMb).map(([name, megabytes]) => `${name} ${megabytes} MB`);
  const lines = [
    `${result.operation}, seed ${result.seed}, over ${result.bus === 'kafka' ? 'Apache Kafka' : 'the embedded bus'}`,
    `  requests            ${result.requests}`,
    `  bulletins issued    ${result.bulletins}, ${result.files.length} files in ${out}`,
    `  events              ${Object.values(busCheck.logged).reduce((sum, count) => sum + count, 0)}`,
    `  duplicates absorbed ${result.duplicatesAbsorbed}, dead letters ${result.deadLettered}, services started again ${result.restarts}`,
    `  sent again          ${repeatsLine(result)}`,
    `  peak memory         ${memory.join(', ')}`,
    `  time                ${seconds.start.toFixed(1)} s to start, ${seconds.replay.toFixed(1)} s to replay`,
    `  topics              ${topicsLine(result)}`,
    `  figures             ${figuresLine(result)}`,
  ];
  return `${[...lines, ...problems(result)].join('\n')}\n`;
}

/** A service that was away for long shows here, although the replay waited for it. */
function repeatsLine({ repeats: { requests, longest } }: ReplayResult): string {
  if (!longest) return 'no request';
  const { path, seconds } = longest;
  return `${requests} requests; the longest for ${seconds.toFixed(1)} s: ${path}`;
}

function topicsLine({ busCheck }: ReplayResult): string {
  if (busCheck.unpublished > 0) return `${busCheck.unpublished} events are NOT public yet`;
  if (busCheck.differing.length > 0)
    return `end offsets DIFFER from the event logs: ${busCheck.differing.join(', ')}`;
  return busCheck.endOffsets ? 'end offsets equal the event logs' : 'every event has its position';
}

function figuresLine({ differences, unexpected, bulletins }: ReplayResult): string {
  if (differences.length > 0) return `${differences.length} DIFFER`;
  return unexpected.length === 0
    ? 'all equal to the independently computed ones'
    : `those of the ${bulletins} bulletins issued so far are equal to the independently computed ones`;
}

function problems({ differences, unexpected }: ReplayResult): string[] {
  const lines = [...unexpected.map(stop), ...differences.map(describeDifference)];
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...lines.slice(0, SHOWN), `… and ${rest} more`] : lines;
}

const stop = ({ day, path, expected, actual, about, text }: UnexpectedAnswer): string =>
  `stopped at day ${day}: ${path} expected ${expected}, answered ${actual} (${about}) ${text}`;

/** 0: proved; 1: a figure differs, also before a stop, or an event is not where it should be; 2: stopped before its end. */
export function exitCodeOf(result: Omit<ReplayResult, 'seconds'>): 0 | 1 | 2 {
  if (result.differences.length > 0) return 1;
  if (result.unexpected.length > 0) return 2;
  return succeeded(result) ? 0 : 1;
}

/** Whether the replay proved what it is for: every figure and answer as expected, every event public and understood. */
export function succeeded(result: Omit<ReplayResult, 'seconds'>): boolean {
  const { differences, unexpected, busCheck, deadLettered } = result;
  const left = busCheck.differing.length + busCheck.unpublished + deadLettered;
  return differences.length + unexpected.length + left === 0;
}
