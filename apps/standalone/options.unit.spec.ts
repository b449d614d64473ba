import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { defaultDataFolder, readStandaloneOptions } from './options.js';

describe('the options of a start', () => {
  it('need nothing', () => {
    expect(readStandaloneOptions([], {})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: defaultDataFolder(),
      logLevel: 'warn',
      signing: { keysFile: path.join(defaultDataFolder(), 'signing', 'keys.json'), mayCreate: true },
    });
    expect(defaultDataFolder()).toMatch(/[/\\]\.data[/\\]standalone$/);
  });

  it('take flags before the environment', () => {
    const environment = {
      PORT: '1000',
      CARAVANSERAI_DATA: '/a',
      CARAVANSERAI_HOST: '::1',
      LOG_LEVEL: 'debug',
    };
    expect(readStandaloneOptions([], environment)).toMatchObject({
      ...{ port: 1000, dataFolder: path.resolve('/a'), host: '::1', logLevel: 'debug' },
    });
    const flags = ['--port', '2000', '--data', '/b', '--host', 'localhost'];
    expect(readStandaloneOptions(flags, environment)).toMatchObject({
      ...{ port: 2000, dataFolder: path.resolve('/b'), host: 'localhost' },
    });
  });

  it('name everything that is wrong at once', () => {
    const wrong = { PORT: 'eighty', LOG_LEVEL: 'loud', CONFIG_FOLDER: '/nowhere' };
    expect(() => readStandaloneOptions([], wrong)).toThrow(
      /PORT must be[^]*LOG_LEVEL must be[^]*no folder \/nowhere\/operations/,
    );
  });

  it('name a flag that does not exist', () => {
    expect(() => readStandaloneOptions(['--prot', '1'], {})).toThrow(/--prot[^]*--help/);
  });
});
