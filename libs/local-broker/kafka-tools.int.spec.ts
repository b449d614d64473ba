import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brokerAvailability } from './broker-availability.js';
import { requireJava } from './java.js';
import { ensureKafkaJars, jarFolder } from './kafka-jars.js';

const scratch = mkdtempSync(path.join(tmpdir(), 'kafka-tools-'));
const silent = () => undefined;

function script(name: string, body: string): string {
  const file = path.join(scratch, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

let pom: string;
beforeAll(() => {
  pom = path.join(scratch, 'pom.xml');
  writeFileSync(pom, '<project/>');
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('Java', () => {
  it('is missing', async () => {
    await expect(requireJava(path.join(scratch, 'nowhere'))).rejects.toMatchObject({
      code: 'JAVA_MISSING',
      message: expect.stringContaining('Install a Java runtime'),
    });
  });

  it('is too old', async () => {
    const java = script('java8', `echo 'openjdk version "1.8.0_402"' >&2`);
    await expect(requireJava(java)).rejects.toMatchObject({
      code: 'JAVA_TOO_OLD',
      message: expect.stringContaining('is Java 8'),
    });
  });

  it('is new enough', async () => {
    await expect(
      requireJava(script('java17', `echo 'openjdk version "17.0.1"' >&2`)),
    ).resolves.toBeUndefined();
  });
});

describe('the jars', () => {
  const copy = `for a in "$@"; do case $a in -DoutputDirectory=*) touch "\${a#*=}/kafka.jar";; esac; done; echo run >> ${scratch}/runs`;

  it('are fetched once, whole, although callers come at once', async () => {
    const source = { pom, cacheFolder: path.join(scratch, 'together'), maven: script('mvn', copy) };
    const folders = await Promise.all([1, 2, 3].map(() => ensureKafkaJars(source, silent)));
    expect(new Set(folders)).toEqual(new Set([jarFolder(source)]));
    expect(readdirSync(source.cacheFolder)).toEqual([path.basename(jarFolder(source))]);
    expect(readdirSync(jarFolder(source))).toEqual(['kafka.jar']);
    expect(await ensureKafkaJars({ ...source, maven: script('no-mvn', 'exit 1') }, silent)).toBe(
      jarFolder(source),
    );
  });

  it('are fetched anew for another pom', async () => {
    const source = { pom, cacheFolder: path.join(scratch, 'renewed'), maven: script('mvn', copy) };
    const first = await ensureKafkaJars(source, silent);
    const other = path.join(scratch, 'other.xml');
    writeFileSync(other, '<project>2</project>');
    expect(await ensureKafkaJars({ ...source, pom: other }, silent)).not.toBe(first);
  });

  it('cannot be fetched without Maven', async () => {
    const source = { pom, cacheFolder: path.join(scratch, 'none'), maven: path.join(scratch, 'nowhere') };
    await expect(ensureKafkaJars(source, silent)).rejects.toMatchObject({ code: 'MAVEN_MISSING' });
  });

  it('leave nothing half done, and the words of Maven, when it fails', async () => {
    const cacheFolder = path.join(scratch, 'failed');
    const source = {
      pom,
      cacheFolder,
      maven: script('mvn-fails', 'echo "[ERROR] no route to host"; exit 1'),
    };
    await expect(ensureKafkaJars(source, silent)).rejects.toMatchObject({
      code: 'MAVEN_FAILED',
      message: expect.stringContaining('no route to host'),
    });
    expect(readdirSync(cacheFolder)).toEqual([]);
    expect(existsSync(jarFolder(source))).toBe(false);
  });
});

describe('availability', () => {
  it('names what is missing', async () => {
    const source = { pom, cacheFolder: path.join(scratch, 'absent'), maven: path.join(scratch, 'nowhere') };
    const answer = await brokerAvailability(script('java21', `echo 'openjdk version "21"' >&2`), source);
    expect(answer).toMatchObject({
      available: false,
      reason: expect.stringContaining('cannot be run'),
    });
  });
});
