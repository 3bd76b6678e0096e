/**
 * Finds installed browsers and starts them with the built extension, behind the proxy. Nothing is downloaded: any
 * Chrome, Edge, Chromium or Firefox of this machine will do.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

export type BrowserKind = 'chromium' | 'firefox';

const NAMES: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};
const PLACES: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** Path of an installed browser, or `null`. `SIDELIGHT_CHROMIUM` and `SIDELIGHT_FIREFOX` choose one. */
export function findBrowser(kind: BrowserKind): string | null {
  const chosen = process.env[kind === 'chromium' ? 'SIDELIGHT_CHROMIUM' : 'SIDELIGHT_FIREFOX'];
  if (chosen) return existsSync(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of NAMES[kind]) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return PLACES[kind].find((path) => existsSync(path)) ?? null;
}

/** Where this project may install packages by itself: as root on Debian, or where CI says that the machine is ours. */
const isRoot = (): boolean => process.getuid?.() === 0;
export const mayInstall = (): boolean => existsSync('/etc/debian_version') && (isRoot() || Boolean(process.env.CI));

/** The lists of packages are fetched once. */
let hasLists = false;

/** Installs Debian's packages, without a word unless something goes wrong. */
export function installPackages(packages: readonly string[]): void {
  const sudo = isRoot() ? [] : ['sudo', '-n'];
  const run = (args: readonly string[]) => {
    const [program = '', ...rest] = [...sudo, ...args];
    execFileSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  if (!hasLists) run(['apt-get', 'update', '-qq']);
  hasLists = true;
  run(['apt-get', 'install', '-y', '-qq', ...packages]);
}

/** Installs browsers where that is allowed; says how to where it is not. */
export function installBrowsers(kinds: readonly BrowserKind[]): void {
  const packages = [...kinds.map((kind) => (kind === 'chromium' ? 'chromium' : 'firefox-esr')), 'fonts-noto-cjk'];
  if (!mayInstall()) {
    const command = `apt-get install -y ${packages.join(' ')}`;
    throw new Error(
      `No browser was found. Install Chrome, Edge, Chromium or Firefox${existsSync('/etc/debian_version') ? `, for example:\n  sudo ${command}` : ''}`,
    );
  }
  installPackages(packages);
}

export const OUTPUT: Readonly<Record<BrowserKind, string>> = {
  chromium: join(import.meta.dirname, '../../.output/chrome-mv3'),
  firefox: join(import.meta.dirname, '../../.output/firefox-mv3'),
};

export interface LaunchOptions {
  readonly proxy: string;
  readonly headless?: boolean;
  /** Without the extension, or with that in another folder than the build's. */
  readonly extension?: boolean | string;
  readonly lang?: 'en' | 'ja' | 'ko';
  readonly profile?: string;
  readonly dark?: boolean;
  /** Chromium: a target filter that leaves the service worker alone, since a debugger keeps it alive. */
  readonly leaveBackgroundAlone?: boolean;
  /** Chromium: the extension also works in incognito windows. */
  readonly privateWindows?: boolean;
  readonly prefs?: Readonly<Record<string, unknown>>;
}

const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=OptimizationHints,Translate,MediaRouter,LensOverlay',
  '--ignore-certificate-errors',
];

const GECKO_ID = 'sidelight@sidelight.example';
export const GECKO_UUID = '5d0c6f5e-7b1c-4f0e-9a51-1b9f6d5f2a10';

const folderOf = (kind: BrowserKind, { extension }: LaunchOptions): string =>
  typeof extension === 'string' ? extension : OUTPUT[kind];

async function launchChromium(options: LaunchOptions): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('no Chromium found');
  return puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: options.extension === false ? false : [folderOf('chromium', options)],
    ...(options.privateWindows ? { extensionsEnabledInIncognito: [folderOf('chromium', options)] } : {}),
    ...(options.profile ? { userDataDir: options.profile } : {}),
    ...(options.leaveBackgroundAlone ? { targetFilter: (target) => target.type() !== 'service_worker' } : {}),
    defaultViewport: { width: 1180, height: 900 },
    args: [
      ...CHROMIUM_ARGS,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--proxy-server=${options.proxy}`,
      `--lang=${options.lang ?? 'en'}`,
      `--accept-lang=${options.lang ?? 'en'}`,
      ...(options.dark ? ['--force-dark-mode', '--blink-settings=preferredColorScheme=0'] : []),
    ],
    env: { ...process.env, LANGUAGE: options.lang ?? 'en', TZ: 'UTC' },
  });
}

async function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('no Firefox found');
  const [host, port] = options.proxy.split(':');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1180, height: 900 },
    args: ['--remote-allow-system-access'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      'network.proxy.type': 1,
      'network.proxy.http': host,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': host,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': '',
      'privacy.userContext.enabled': true,
      // As on a machine with a touch screen.
      'dom.w3c_touch_events.enabled': 1,
      'intl.locale.requested': options.lang ?? 'en-US',
      'intl.accept_languages': options.lang ?? 'en',
      'ui.systemUsesDarkTheme': options.dark ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': options.dark ? 0 : 1,
      ...options.prefs,
    },
  });
  if (options.extension !== false) await browser.installExtension(folderOf('firefox', options));
  return browser;
}

export const launch = (kind: BrowserKind, options: LaunchOptions): Promise<Browser> =>
  kind === 'chromium' ? launchChromium(options) : launchFirefox(options);

/** Ends a browser as a crash does; resolves when its profile can be used again. */
export async function killBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const gone = new Promise((done) => child?.once('exit', done));
  child?.kill('SIGKILL');
  await gone;
  await browser.close().catch(() => undefined);
  // The driver puts the preferences of Firefox back once its browser is gone, and nothing says when it has.
  const { spawnargs = [] } = child ?? {};
  const profile = spawnargs[spawnargs.indexOf('--profile') + 1];
  const isInOrder = () =>
    profile === undefined || !PREFERENCES.some((file) => existsSync(join(profile, `${file}.puppeteer`)));
  for (let waited = 0; !isInOrder() && waited < 5_000; waited += 50) await new Promise((done) => setTimeout(done, 50));
}

const PREFERENCES = ['prefs.js', 'user.js'];
