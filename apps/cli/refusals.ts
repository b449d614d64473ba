/** What went wrong, with what to do where the cause is known. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as { code?: unknown; address?: string; port?: number };
  if (code === 'ECONNREFUSED' && port !== undefined)
    return `Nothing answers at ${address ?? 'the host'}:${port}. Start the server, or correct the address.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The host of the address is not known (${error.message}). Correct the address.`;
  return error.message || error.name;
}

const VARIABLES: Readonly<Record<string, string>> = {
  'database-url': 'DATABASE_URL',
  brokers: 'KAFKA_BROKERS',
  'key-file': 'IDENTITY_KEY_FILE',
};

/** Adds the environment variable that stands for an option which was not given. */
export function namingVariables(text: string): string {
  return text.replace(
    /^error: required option '(--([\w-]+) <\w+>)' not specified/,
    (all, flag: string, name: string) =>
      VARIABLES[name] === undefined ? all : `error: give ${flag}, or set ${VARIABLES[name]}`,
  );
}
