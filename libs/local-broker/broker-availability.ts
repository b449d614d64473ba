import { existsSync } from 'node:fs';
import { javaCommand, requireJava } from './java.js';
import { defaultJarSource, jarFolder, type JarSource } from './kafka-jars.js';
import { LocalBrokerError } from './local-broker-error.js';
import { runTool } from './run-tool.js';

/** Whether a local broker can be started here, or what is missing. */
export type BrokerAvailability =
  { readonly available: true } | { readonly available: false; readonly reason: string };

async function requireJars(source: JarSource): Promise<void> {
  if (existsSync(jarFolder(source))) return;
  const answer = await runTool(source.maven, ['-version']);
  if (answer.code === 0) return;
  throw new LocalBrokerError(
    'MAVEN_MISSING',
    `Kafka's jars are not there yet and "${source.maven}" cannot be run to fetch them.`,
  );
}

/** Looks for Java 17+ and for the jars or Maven; starts nothing and fetches nothing. */
export async function brokerAvailability(
  java: string = javaCommand(),
  source: JarSource = defaultJarSource(),
): Promise<BrokerAvailability> {
  try {
    await requireJava(java);
    await requireJars(source);
    return { available: true };
  } catch (error) {
    if (error instanceof LocalBrokerError) return { available: false, reason: error.message };
    throw error;
  }
}
