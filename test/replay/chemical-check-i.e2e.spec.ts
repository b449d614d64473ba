import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { describeKafka } from '../support/kafka.js';
import { differingFiles, filesOf, runReplay, verifyReplay, type ReplayOutcome } from './run-replay.js';

const OPERATION = ['--operation', 'chemical-check-i'];
const FIVE_MINUTES = 300_000;

const finished: ReplayOutcome[] = [];
async function replay(args: string[], environment: Record<string, string> = {}): Promise<ReplayOutcome> {
  const outcome = await runReplay([...OPERATION, ...args], environment);
  finished.push(outcome);
  return outcome;
}
afterAll(() => Promise.all(finished.map(({ out }) => rm(out, { recursive: true, force: true }))));

const PROVED = {
  exitCode: 0,
  result: { differences: [], unexpected: [], deadLettered: 0, busCheck: { unpublished: 0, differing: [] } },
};

describeKafka('thirty days of Chemical Check-I', (kafka) => {
  let overKafka: ReplayOutcome;
  beforeAll(async () => {
    overKafka = await replay(['--bus', 'kafka'], { KAFKA_BROKERS: kafka.brokers });
  }, FIVE_MINUTES);

  it('give 30 bulletins, one of them again, and one after the operation; every figure equals the independent computation', () => {
    expect(overKafka).toMatchObject(PROVED);
    expect(overKafka.result?.bulletins).toBe(32);
    expect(overKafka.result?.files).toHaveLength(160);
    expect(overKafka.result?.files).toContain('bulletin-012-rev1.ru.pdf');
  });

  it('are signed: every file, manifest and signature is verified offline, and each follows on the one before', async () => {
    expect(await verifyReplay(overKafka)).toEqual({
      code: 0,
      text: expect.stringContaining('Everything is genuine and unaltered. Bulletins checked: 32.'),
    });
  });

  it('leave topics whose end offsets equal the event logs', () => {
    const { logged, endOffsets } = overKafka.result?.busCheck ?? {};
    expect(Object.values(logged ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2_000);
    expect(endOffsets).toEqual(logged);
  });

  it('keep every Node process within 400 MB', () => {
    const peaks = overKafka.result?.peakMemoryMb ?? {};
    expect(Object.keys(peaks)).toEqual(expect.arrayContaining(['reporting', 'coordination', 'bulletin']));
    expect(Object.entries(peaks).filter(([, megabytes]) => megabytes > 400)).toEqual([]);
  });

  it(
    'give the same bytes on the embedded bus',
    async () => {
      const embedded = await replay(['--bus', 'embedded']);
      expect(embedded).toMatchObject(PROVED);
      const [left, right] = [await filesOf(overKafka.out), await filesOf(embedded.out)];
      expect(left.size).toBe(160);
      expect(differingFiles(left, right)).toEqual([]);
    },
    FIVE_MINUTES,
  );

  it.each([
    {
      killed: 'coordination behind its commit, reporting behind its publish, bulletin before its commit',
      failpoints: [
        'coordination:consumer.committed-offset-not:kill:6',
        'reporting:relay.published-not-marked:kill:5',
        'bulletin:consumer.before-commit:kill:2',
      ],
    },
    {
      killed: 'coordination before its commit, reporting before its publish, bulletin behind its commit',
      failpoints: [
        'coordination:consumer.before-commit:kill:9',
        'reporting:relay.claimed:kill:12',
        'bulletin:consumer.committed-offset-not:kill:4',
      ],
    },
  ])(
    'give the same bytes when services are killed: $killed',
    async ({ failpoints }) => {
      const args = [
        '--bus',
        'kafka',
        '--day',
        '2017-09-06',
        ...failpoints.flatMap((point) => ['--failpoint', point]),
      ];
      const killed = await replay(args, { KAFKA_BROKERS: kafka.brokers });
      expect(killed).toMatchObject(PROVED);
      expect(killed.result?.restarts).toBe(3);
      expect(killed.result?.duplicatesAbsorbed).toBeGreaterThanOrEqual(1);
      expect(killed.result?.busCheck.endOffsets).toEqual(killed.result?.busCheck.logged);
      const undisturbed = [...(await filesOf(overKafka.out))].filter(([name]) =>
        name.startsWith('bulletin-006.'),
      );
      expect(differingFiles(await filesOf(killed.out), new Map(undisturbed))).toEqual([]);
    },
    FIVE_MINUTES,
  );
});

describe('a replay that cannot be', () => {
  it('names the operations that are known', async () => {
    const outcome = await runReplay(['--operation', 'nowhere']);
    finished.push(outcome);
    expect(outcome.exitCode).toBe(2);
    expect(outcome.stderr).toBe('There is no operation "nowhere". Known operations: chemical-check-i.\n');
  });

  it('names the days of the operation', async () => {
    const { exitCode, stderr } = await replay(['--day', '2017-10-01']);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('2017-10-01 is no day of chemical-check-i: it runs from 2017-09-01 to 2017-09-30.\n');
  });
});
