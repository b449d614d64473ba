import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LocalBrokerError } from './local-broker-error.js';
import { projectRoot } from '#libs/processes/project-root.js';
import { runTool, tail } from './run-tool.js';

/** Where the jars come from and go to. */
export interface JarSource {
  readonly pom: string;
  readonly cacheFolder: string;
  readonly maven: string;
}

/** The pom beside this file, and `.cache/kafka-libs` of the project. */
export function defaultJarSource(): JarSource {
  return {
    pom: fileURLToPath(new URL('./pom.xml', import.meta.url)),
    cacheFolder: path.join(projectRoot(), '.cache', 'kafka-libs'),
    maven: 'mvn',
  };
}

/** Folder of the jars of exactly this pom: named by its hash, and complete when it exists. */
export function jarFolder(source: JarSource): string {
  const hash = createHash('sha256').update(readFileSync(source.pom)).digest('hex');
  return path.join(source.cacheFolder, hash.slice(0, 12));
}

async function download(source: JarSource, folder: string): Promise<void> {
  const result = await runTool(source.maven, [
    ...['-q', '-B', '-f', source.pom, 'dependency:copy-dependencies'],
    ...['-DincludeScope=runtime', `-DoutputDirectory=${folder}`],
  ]);
  if (result.missing) {
    throw new LocalBrokerError(
      'MAVEN_MISSING',
      `Kafka is fetched with Maven, but "${source.maven}" cannot be run. Install it (Debian: apt-get install maven).`,
    );
  }
  if (result.code !== 0) {
    throw new LocalBrokerError(
      'MAVEN_FAILED',
      `Maven could not fetch Kafka. Check the network and ~/.m2/settings.xml, then try again. Its last lines:\n${tail(result.output)}`,
    );
  }
}

function publish(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // A concurrent caller was faster; its folder has the same jars.
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

/** Folder with Kafka's jars, fetched on the first call; concurrent callers each fetch, and the first one to finish wins. */
export async function ensureKafkaJars(source: JarSource, log: (line: string) => void): Promise<string> {
  const folder = jarFolder(source);
  if (existsSync(folder)) return folder;
  log('Fetching Apache Kafka from Maven Central (44 MB, once) …');
  const draft = `${folder}.${randomUUID()}`;
  try {
    mkdirSync(draft, { recursive: true });
    await download(source, draft);
    publish(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  return folder;
}
