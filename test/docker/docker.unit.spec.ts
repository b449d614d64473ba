import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { SERVICES } from '#libs/contracts/topics.js';
import { readServiceConfig } from '#libs/service-host/service-config.js';
import { KEYS_FILE } from '#libs/signing/key-files.js';

const read = (file: string) => readFileSync(`docker/${file}`, 'utf8');

interface Container {
  readonly environment?: Record<string, string | null>;
  readonly ports?: string[];
  readonly secrets?: string[];
  readonly volumes?: (string | object)[];
  readonly healthcheck?: object;
  readonly depends_on?: Record<string, { condition: string }>;
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, Container>;
  secrets: Record<string, object>;
};
const dockerfile = read('Dockerfile');

/** `${NAME:?message}` as Compose replaces it. */
const replaced = (text: string): string => text.replace(/\$\{\w+:\?[^}]*\}/g, 'secret');

/** What Compose gives to a service: a variable without a value is that of the shell, or none. */
function given(service: string, shell: Record<string, string> = {}): Record<string, string> {
  const { environment = {} } = compose.services[service] ?? {};
  const values = Object.entries(environment).map(([name, value]): [string, string | undefined] => [
    name,
    value === null ? shell[name] : replaced(value),
  ]);
  return Object.fromEntries(values.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

describe('docker/compose.yaml', () => {
  it('starts every service with a configuration that the service takes', () => {
    const image = Object.fromEntries(
      [...dockerfile.matchAll(/\b(HOST|PORT|CONFIG_FOLDER)=(\S+)/g)].map(([, name, value]) => [
        name ?? '',
        value,
      ]),
    );
    for (const service of SERVICES) {
      const environment = given(service);
      expect(environment['SERVICE']).toBe(service);
      expect(readServiceConfig({ ...image, ...environment }, 1)).toMatchObject({
        host: '0.0.0.0',
        port: 4000,
        configFolder: '/app/config',
        messaging: { kind: 'kafka', brokers: 'kafka:9092' },
      });
    }
  });

  it.each(['reporting', 'bulletin'])('passes the mail server on to %s, which sends mail', (service) => {
    const mail = { MAIL_URL: 'smtps://mail.example:465', MAIL_FROM: 'reports@mail.example' };
    expect(readServiceConfig(given(service, mail), 1).mail).toEqual({
      url: mail.MAIL_URL,
      from: mail.MAIL_FROM,
    });
    expect(readServiceConfig(given(service), 1).mail).toBeUndefined();
  });

  it('shows the folder of the signing keys, which are replaced while it runs, to the service that issues bulletins', () => {
    const { keysFile = '', privateKeyFile } = readServiceConfig(given('bulletin'), 1).signing ?? {};
    expect([path.basename(keysFile), privateKeyFile]).toEqual([KEYS_FILE, undefined]);
    expect(compose.services['bulletin']?.volumes).toMatchObject([
      { type: 'bind', target: path.dirname(keysFile), read_only: true, bind: { create_host_path: false } },
    ]);
    expect(SERVICES.filter((service) => compose.services[service]?.volumes)).toEqual(['bulletin']);
  });

  it('hands the key of the second factors, as a file, to identity', () => {
    const { identityKeyFile = '' } = readServiceConfig(given('identity'), 1);
    const file = identityKeyFile.replace(/^\/run\/secrets\//, '');
    expect(compose.services['identity']?.secrets).toEqual([file]);
  });

  it('hands the master key of nominal data, as a file, to those who keep such data', () => {
    for (const service of ['reporting', 'coordination'] as const) {
      const { keyFile = '' } = readServiceConfig(given(service), 1).nominal ?? {};
      expect(compose.services[service]?.secrets).toEqual([keyFile.replace(/^\/run\/secrets\//, '')]);
    }
    expect(readServiceConfig(given('identity'), 1).nominal).toBeUndefined();
  });

  it('hands no secret to anybody else', () => {
    const having = SERVICES.filter((service) => compose.services[service]?.secrets);
    expect(having).toEqual(['reporting', 'coordination', 'identity']);
    const handed = having.flatMap((service) => compose.services[service]?.secrets ?? []);
    expect(Object.keys(compose.secrets).sort()).toEqual([...new Set(handed)].sort());
  });

  it('publishes the site on loopback alone and nothing else', () => {
    const published = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    expect(published).toEqual(['proxy 127.0.0.1:8080:8080']);
  });

  it('waits for the health of what each container needs', () => {
    const waits = Object.values(compose.services).flatMap(({ depends_on = {} }) =>
      Object.entries(depends_on),
    );
    expect(waits.length).toBeGreaterThan(0);
    for (const [name, { condition }] of waits) {
      expect(condition).toBe('service_healthy');
      const hasCheck =
        compose.services[name]?.healthcheck ??
        (SERVICES.some((service) => service === name) && dockerfile.includes('HEALTHCHECK'));
      expect(hasCheck).toBeTruthy();
    }
  });
});

describe('docker/nginx.conf', () => {
  it('passes the prefix of every service to its container', () => {
    const routes = [...read('nginx.conf').matchAll(/location (\/api\/\S+) \{ proxy_pass (\S+); \}/g)];
    expect(routes.map(([, prefix, target]) => [prefix, target])).toEqual(
      SERVICES.map((service) => [`/api/${service}/`, `http://${service}:4000`]),
    );
  });
});

describe('docker/Dockerfile', () => {
  it('copies only what the checkout has, ends without root and starts a compiled service', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )?(.+) \S+$/gm)].flatMap(([, files]) =>
      (files ?? '').split(' '),
    );
    const root = new Set([
      'package.json',
      'package-lock.json',
      '.npmrc',
      'tsconfig.json',
      'nest-cli.json',
      '.config',
      'apps',
      'libs',
      'test',
      'config',
    ]);
    expect(copied.filter((file) => !root.has(file))).toEqual([]);
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nFROM'));
    expect(dockerfile).toContain('exec node dist/apps/${SERVICE}/main.js');
  });
});
