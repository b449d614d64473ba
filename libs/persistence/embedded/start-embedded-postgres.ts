import { claimFolder, recordServer, releaseFolder } from '#libs/processes/folder-claim.js';
import { freePort, isPortFree } from '#libs/processes/free-port.js';
import { type GuardedProcess } from '#libs/processes/guarded-process.js';
import { completeBinaries, nativeFolder, reachableBinaries } from './binaries.js';
import { clusterIsReady } from './cluster.js';
import { defaultStateFolder, layOut, type DataLayout } from './data-layout.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { initialise } from './initialise.js';
import { clearOrphan, serverSignals } from './orphan.js';
import { readOrMakePasswords, type Passwords } from './passwords.js';
import { startServerProcess, waitForServer } from './server-process.js';
import { dropDatabase, ensureDatabase, ensureServiceRole, serviceName } from './service-role.js';
import { serverUser, type ServerUser } from './server-user.js';
import { giveTo } from './traversal.js';

/** How the embedded server is started. */
export interface EmbeddedPostgresOptions {
  /** Kept between starts. */
  readonly dataFolder: string;
  /** Port on 127.0.0.1; a free one when not given. */
  readonly port?: number;
  readonly log?: (line: string) => void;
  /** Further server settings, such as `fsync: 'off'` for a throw-away server. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where root's files go when they lie under a closed home (default /var/lib/caravanserai). */
  readonly stateFolder?: string;
}

/** A running PostgreSQL server of this process. */
export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  /** Number of the process that ends the server with this one. */
  readonly guardPid: number | undefined;
  /** The cluster's folder: below the data folder, or in the state folder. */
  readonly cluster: string;
  /** Superuser, for administration only. */
  readonly adminUrl: string;
  /** The services' role, on its own database unless another one is named. */
  url(database?: string): string;
  /** Makes a further database that the services' role owns, unless it is there. */
  ensureDatabase(name: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  /** Fast shutdown; connections are closed, data is kept. */
  stop(): Promise<void>;
  waitForEnd(): Promise<string>;
}

interface Ground {
  readonly layout: DataLayout;
  readonly native: string;
  readonly user: ServerUser | undefined;
  readonly log: (line: string) => void;
}

function prepare(options: EmbeddedPostgresOptions): Ground {
  const log = options.log ?? (() => undefined);
  const stateFolder = options.stateFolder ?? defaultStateFolder;
  const user = serverUser(log);
  const original = nativeFolder();
  completeBinaries(original);
  const layout = layOut(options.dataFolder, user, stateFolder, log);
  return { layout, native: reachableBinaries(original, user, stateFolder, log), user, log };
}

async function claim({ layout, log }: Ground): Promise<void> {
  const result = await claimFolder(layout.root, serverSignals);
  if (!result.claimed) {
    throw new EmbeddedPostgresError(
      'FOLDER_IN_USE',
      `The database in ${layout.root} is in use by process ${result.heldBy}. Stop that one or choose another data folder.`,
    );
  }
  if (result.orphanStopped !== undefined) {
    log(`Stopped the PostgreSQL server (process ${result.orphanStopped}) that a killed run had left behind.`);
  }
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return freePort();
  if (await isPortFree(wanted)) return wanted;
  throw new EmbeddedPostgresError(
    'PORT_BUSY',
    `Port ${wanted} of 127.0.0.1 is in use. Stop the program that holds it or choose another port.`,
  );
}

/** Major version of the binaries that embedded-postgres 18.x brings. */
const major = '18';

async function readyCluster(ground: Ground, durable: boolean): Promise<Passwords> {
  const { layout, native, user, log } = ground;
  const there = clusterIsReady(layout.cluster, major, log);
  const passwords = readOrMakePasswords(layout, there);
  if (there) {
    giveTo(layout.cluster, user);
    await clearOrphan(layout.cluster, log);
  } else {
    log(`Making a new database in ${layout.cluster}`);
    await initialise({ native, cluster: layout.cluster, adminPassword: passwords.admin, user, durable });
  }
  return passwords;
}

async function boot(ground: Ground, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { layout, log } = ground;
  const settings = options.settings ?? {};
  const passwords = await readyCluster(ground, settings['fsync'] !== 'off');
  const port = await choosePort(options.port);
  const server = await startServerProcess({
    ...ground,
    cluster: layout.cluster,
    logFile: layout.log,
    port,
    settings,
  });
  recordServer(layout.root, server.pid);
  const adminUrl = `postgresql://postgres:${passwords.admin}@127.0.0.1:${port}/postgres`;
  try {
    await waitForServer(server, adminUrl, log);
    await ensureServiceRole(adminUrl, passwords.service);
    await ensureDatabase(adminUrl, serviceName);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return handle(server, layout, port, passwords, adminUrl);
}

function handle(
  server: GuardedProcess,
  layout: DataLayout,
  port: number,
  passwords: Passwords,
  adminUrl: string,
): EmbeddedPostgres {
  return {
    port,
    pid: server.pid,
    guardPid: server.guardPid,
    cluster: layout.cluster,
    adminUrl,
    url: (database = serviceName) =>
      `postgresql://${serviceName}:${passwords.service}@127.0.0.1:${port}/${database}`,
    ensureDatabase: (name) => ensureDatabase(adminUrl, name),
    dropDatabase: (name) => dropDatabase(adminUrl, name),
    waitForEnd: () => server.waitForEnd(),
    async stop() {
      await server.stop();
      releaseFolder(layout.root);
    },
  };
}

/**
 * Starts a PostgreSQL server on 127.0.0.1 with its data in `dataFolder`, makes database and role of the services, and
 * waits until it answers. Runs as root (the server then runs as "postgres") and as anybody else. It also ends when this
 * process ends by any signal, SIGKILL included (not on Windows). Throws EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const ground = prepare(options);
  await claim(ground);
  try {
    return await boot(ground, options);
  } catch (error) {
    releaseFolder(ground.layout.root);
    throw error;
  }
}
