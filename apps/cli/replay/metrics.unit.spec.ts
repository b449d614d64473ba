import { describe, expect, it } from '@jest/globals';
import { parseMetrics, readMetrics } from './metrics.js';

describe('counters', () => {
  it('are read by name, without comments, labels and other products', () => {
    const text = [
      '# HELP caravanserai_events_processed_total Events',
      'caravanserai_events_processed_total 12',
      'caravanserai_events_duplicate_total 0',
      'process_open_fds 7',
      'caravanserai_odd{topic="x"} 3',
    ].join('\n');
    expect(parseMetrics(text)).toEqual({ events_processed_total: 12, events_duplicate_total: 0 });
    expect(parseMetrics('')).toEqual({});
  });

  it('come from every service', async () => {
    const paths: string[] = [];
    const send = async ({ path }: { path: string }) => {
      paths.push(path);
      return { status: 200, bytes: Buffer.from('caravanserai_x 1\n'), wasRepeated: false };
    };
    const read = await readMetrics({ send });
    expect(paths).toEqual(['/api/reporting/metrics', '/api/coordination/metrics', '/api/bulletin/metrics']);
    expect([...read.values()]).toEqual([{ x: 1 }, { x: 1 }, { x: 1 }]);
  });
});
