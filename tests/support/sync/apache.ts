/**
 * A real WebDAV server: Debian's Apache with `mod_dav`, with a configuration, a folder and a port of its own on loopback.
 * Where there is none, tests that need it are skipped and say so.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, mayInstall } from '../browsers';

const PROGRAM = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';
/** The server alone: the package `apache2` would start a service. */
const PACKAGE = 'apache2-bin';

export const hasApache = (): boolean => existsSync(PROGRAM) && existsSync(join(MODULES, 'mod_dav_fs.so'));
/** Goes into the names of tests that need it. */
export const APACHE = hasApache() ? 'Apache' : `Apache (not found: apt-get install ${PACKAGE})`;

/** Installs it where that is allowed. Nothing fails without: the tests that need it say that they were skipped. */
export function installApache(): void {
  if (hasApache() || !mayInstall()) return;
  try {
    installPackages(['--no-install-recommends', PACKAGE]);
  } catch {
    console.warn(`${PACKAGE} could not be installed: tests of WebDAV are skipped`);
  }
}

const LOADED = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'mime',
  'dav',
  'dav_fs',
];

export interface Apache {
  /** Of the folder, with a slash at its end; it is not there yet. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The server's root on the disk. */
  readonly files: string;
  /** All that lies on the disk, by name. */
  contents(): ReadonlyMap<string, Buffer>;
  /** What was asked, a line each: method, path and status. */
  log(): readonly string[];
  /** Ends the server; what it has stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export async function startApache(): Promise<Apache> {
  const root = mkdtempSync(join(tmpdir(), 'sidelight-dav-'));
  const files = join(root, 'files');
  const port = await freePort();
  const [user, password] = ['mira', 'pass-마커-wörd'];
  for (const folder of [files, join(root, 'lock')]) mkdirSync(folder);
  // The server's children are somebody else where the tests run as root.
  for (const folder of [root, files, join(root, 'lock')]) chmodSync(folder, 0o777);
  writeFileSync(join(root, 'users'), `${user}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`);
  writeFileSync(
    join(root, 'httpd.conf'),
    [
      `ServerRoot "${root}"`,
      `DefaultRuntimeDir "${root}"`,
      `PidFile "${join(root, 'pid')}"`,
      `Listen 127.0.0.1:${port}`,
      'ServerName 127.0.0.1',
      ...LOADED.map((name) => `LoadModule ${name}_module "${MODULES}/mod_${name}.so"`),
      ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
      'TypesConfig /dev/null',
      'StartServers 1',
      'ThreadsPerChild 8',
      'MaxRequestWorkers 8',
      `ErrorLog "${join(root, 'errors')}"`,
      `CustomLog "${join(root, 'log')}" "%m %U %>s"`,
      `DavLockDB "${join(root, 'lock/db')}"`,
      `DocumentRoot "${files}"`,
      `<Directory "${files}">`,
      '  Dav On',
      '  AuthType Basic',
      '  AuthName "files"',
      `  AuthUserFile "${join(root, 'users')}"`,
      '  Require valid-user',
      '</Directory>',
    ].join('\n'),
  );
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    child = spawn(PROGRAM, ['-f', join(root, 'httpd.conf'), '-DFOREGROUND'], { stdio: 'ignore' });
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (await fetch(origin).catch(() => null)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(
      `Apache does not start: ${existsSync(join(root, 'errors')) ? readFileSync(join(root, 'errors'), 'utf8') : ''}`,
    );
  }

  async function stop(): Promise<void> {
    const running = child;
    child = null;
    if (!running) return;
    const gone = new Promise((done) => running.once('exit', done));
    running.kill('SIGTERM');
    await gone;
  }

  await start();
  return {
    url: `${origin}/sidelight/`,
    user,
    password,
    files,
    contents: () =>
      new Map(
        readdirSync(files, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]),
      ),
    log: () => readFileSync(join(root, 'log'), 'utf8').trim().split('\n'),
    start,
    stop,
    async close() {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
