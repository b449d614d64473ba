import { readEnvironment } from '#libs/observability/environment.js';
import path from 'node:path';
import { LocalBrokerError } from './local-broker-error.js';
import { runTool } from './run-tool.js';

/** Kafka 4.x needs it. */
const oldestJava = 17;

/** The java command: that of JAVA_HOME, otherwise the one on the PATH. */
export function javaCommand(): string {
  const home = readEnvironment()['JAVA_HOME'];
  return home ? path.join(home, 'bin', 'java') : 'java';
}

/** Major version in the answer of `java -version`: 8 for "1.8.0_402", 17 for "17.0.15". */
export function javaMajor(answer: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(answer);
  return found ? Number(found[1]) : undefined;
}

/** Throws JAVA_MISSING or JAVA_TOO_OLD unless `java` can run Kafka. */
export async function requireJava(java: string): Promise<void> {
  const answer = await runTool(java, ['-version']);
  const major = javaMajor(answer.output);
  if (answer.code !== 0 || major === undefined) {
    throw new LocalBrokerError(
      'JAVA_MISSING',
      `Kafka needs Java ${oldestJava} or newer, but "${java}" cannot be run. Install a Java runtime (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME.`,
    );
  }
  if (major < oldestJava) {
    throw new LocalBrokerError(
      'JAVA_TOO_OLD',
      `Kafka needs Java ${oldestJava} or newer; "${java}" is Java ${major}. Install a newer one or point JAVA_HOME to it.`,
    );
  }
}
