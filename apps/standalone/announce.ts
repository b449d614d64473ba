import { isLoopback } from './http/loopback.js';

/** What a person is told once everything runs. */
export interface Announcement {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly operations: readonly string[];
  readonly isProduction: boolean;
  /** What is said of the demonstration accounts. */
  readonly accounts: string;
}

/** The block that ends a start. */
export function announcement(told: Announcement): string {
  const { host, port, dataFolder, operations, accounts, isProduction } = told;
  const address = addressOf(host, port);
  const operation = operations[0] ?? '<operation>';
  const lines = [
    '',
    `Caravanserai is ready: ${address}/`,
    '',
    `  Operations  ${operations.join(', ') || 'none: put an Operation Plan into config/operations'}`,
    `  Data        ${dataFolder} (kept; delete the folder to begin anew)`,
    `  Try         open ${address}/ in a browser and sign in${isProduction ? '' : ', or'}`,
    ...(isProduction ? [] : triedByHeader(address, operation)),
    '  Stop        Ctrl-C',
    '',
  ];
  const warning =
    isProduction || isLoopback(host)
      ? []
      : ['In development a header says who acts: whoever reaches this address can act for every party.', ''];
  return [...lines, ...(accounts === '' ? [] : [accounts]), ...warning].join('\n');
}

const triedByHeader = (address: string, operation: string): string[] => [
  `              curl -H 'x-acting-party: ocu_analyst/ocu-analyst' ${address}/api/coordination/operations/${operation}`,
  `              curl ${address}/api/reporting/health/ready`,
];

/** The address a person on this machine opens. */
export function addressOf(host: string, port: number): string {
  const name =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
