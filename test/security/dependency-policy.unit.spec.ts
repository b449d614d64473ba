import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Policy {
  readonly directDependencies: number;
  readonly minimumVersions: Readonly<Record<string, { readonly version: string }>>;
  readonly forbidden: Readonly<Record<string, string>>;
  readonly licences: readonly string[];
  readonly licenceExceptions: Readonly<Record<string, string>>;
}

/** An entry of the lock file. */
interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

/** A part of the bill of materials. */
interface Component {
  readonly purl: string;
}

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const policy = parse(readFileSync('config/dependency-policy.yaml', 'utf8')) as Policy;
const own = readJson('package.json') as PackageFile;
const lock = readJson('package-lock.json') as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, locked]) => ({
    place,
    name: place.slice(place.lastIndexOf('node_modules/') + 13),
    ...locked,
  }));
const delivered = packages.filter(({ dev, devOptional }) => dev !== true && devOptional !== true);
const isInstalled = ({ place }: { place: string }): boolean => existsSync(path.join(place, 'package.json'));

/** Whether a version is at least another one; a pre-release is not. */
function isAtLeast(version: string, least: string): boolean {
  const [one, other] = [version, least].map((text) => text.split('-')[0]?.split('.').map(Number) ?? []);
  for (const at of [0, 1, 2]) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return !version.includes('-');
}

function licenceOf(place: string): string {
  const { license } = readJson(path.join(place, 'package.json')) as { license?: string | { type: string } };
  return typeof license === 'object' ? license.type : (license ?? 'none');
}

/** `(MIT AND Zlib)` needs both, `(MIT OR GPL-3.0-or-later)` one of them. */
function isAllowed(licence: string): boolean {
  const bare = licence.replace(/[()]/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => policy.licences.includes(one));
}

describe('what the product is made of', () => {
  it('has no version older than the policy allows, and knows what it compares', () => {
    expect([
      isAtLeast('4.7.9', '4.7.10'),
      isAtLeast('4.7.10', '4.7.10'),
      isAtLeast('5.0.0-rc.1', '5.0.0'),
    ]).toEqual([...[false, true, false]]);
    const old = packages.filter(({ name, version }) => {
      const least = policy.minimumVersions[name]?.version;
      return least !== undefined && !isAtLeast(version, least);
    });
    expect(old.map(({ place, version }) => `${place} ${version}`)).toEqual([]);
  });

  it('has no forbidden package, nor one of a forbidden package', () => {
    expect(
      packages.filter(({ name }) => Object.hasOwn(policy.forbidden, name)).map(({ place }) => place),
    ).toEqual([]);
  });

  it('is licensed as the policy allows', () => {
    const strange = delivered
      .filter(isInstalled)
      .map(({ place, name }) => ({ name, licence: licenceOf(place) }))
      .filter(({ name, licence }) => !isAllowed(licence) && !Object.hasOwn(policy.licenceExceptions, name));
    expect(strange).toEqual([]);
  });

  it('is few direct dependencies, each at one exact version', () => {
    const { dependencies, devDependencies, overrides } = own;
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(policy.directDependencies);
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is locked by hashes, and by the address of no registry', () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(
      packages.filter((one) => isInstalled(one) && one.integrity === undefined).map(({ place }) => place),
    ).toEqual([]);
    const weak = packages.filter(
      ({ integrity }) => integrity !== undefined && !integrity.startsWith('sha512-'),
    );
    expect(weak.map(({ place }) => place)).toEqual([]);
    // Binaries for other systems alone may lack a hash: nothing else is left out of an installation.
    const open = packages.filter(({ integrity, optional }) => integrity === undefined && optional !== true);
    expect(open.map(({ place }) => place)).toEqual([]);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"[^"]*:\/\/[^"]*\.tgz/);
  });

  it('runs no script at its installation that package.json has not decided on', () => {
    const undecided = packages
      .filter((one) => one.hasInstallScript === true && isInstalled(one))
      .filter(({ name }) => own.allowScripts[name] === undefined);
    expect(undecided.map(({ place }) => place)).toEqual([]);
  });
});

describe('the bill of materials', () => {
  let listed: Set<string>;
  beforeAll(() => {
    const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--offline'], {
      ...{ encoding: 'utf8', maxBuffer: 50_000_000 },
    });
    const { components } = JSON.parse(text) as { components: Component[] };
    // Not with `--omit dev`: that leaves out what is delivered and serves the tests as well.
    listed = new Set(components.map(({ purl }) => decodeURIComponent(purl).replace(/\?.*$/, '')));
  });

  it('is made without a network and names everything that is delivered', () => {
    const missing = delivered
      .filter(isInstalled)
      .map(({ name, version }) => `pkg:npm/${name}@${version}`)
      .filter((purl) => !listed.has(purl));
    expect(listed.size).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});
