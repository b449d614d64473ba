import { isLoopback } from './http/loopback.js';

/** What a person is told once everything runs. */
export interface Announcement {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly operations: readonly string[];
}

/** The block that ends a start. */
export function announcement({ host, port, dataFolder, operations }: Announcement): string {
  const address = addressOf(host, port);
  const operation = operations[0] ?? '<operation>';
  const lines = [
    '',
    `Caravanserai is ready: ${address}/`,
    '',
    `  Operations  ${operations.join(', ') || 'none: put an Operation Plan into config/operations'}`,
    `  Data        ${dataFolder} (kept; delete the folder to begin anew)`,
    `  Try         open ${address}/ in a browser, or`,
    `              curl -H 'x-acting-party: ocu_analyst/ocu-analyst' ${address}/api/coordination/operations/${operation}`,
    `              curl ${address}/api/reporting/health/ready`,
    '  Stop        Ctrl-C',
    '',
  ];
  const warning = isLoopback(host)
    ? []
    : [
        'The acting party is still taken from a header: whoever reaches this address can act as any party.',
        '',
      ];
  return [...lines, ...warning].join('\n');
}

/** The address a person on this machine opens. */
export function addressOf(host: string, port: number): string {
  const name =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
