// kafkajs warns about its changed default partitioner unless told otherwise; the default is what we want.
process.env['KAFKAJS_NO_PARTITIONER_WARNING'] ??= '1';

/** The environment variables of the process. The only place that reads them: everything else gets typed configuration. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
