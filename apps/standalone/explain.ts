/** Errors that a person can mend; their message says how. */
const EXPECTED = new Set([
  'ConfigurationError',
  'EmbeddedPostgresError',
  'OperationPlanError',
  'PortBusyError',
  'ProductionRefusedError',
  'ReferenceDataError',
  'SigningKeysError',
  'StartError',
]);

/** Trouble of a start that nothing else names. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What to tell the person whose start failed: the message of a known trouble, all there is of a fault of ours. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `Caravanserai could not start: ${String(error)}`;
  if (EXPECTED.has(error.name)) return error.message;
  return `Caravanserai could not start because of a fault of its own. Please report this:\n${error.stack ?? error.message}`;
}
