/** Finds a Chromium for the tests, or installs one. Needs the dependencies. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The shell without a window first: it is the same engine, and a page in it costs a third. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const isRoot = process.getuid?.() === 0;

/** Chromium refuses its sandbox to root. */
export const BROWSER_ARGS = isRoot ? ['--no-sandbox'] : [];

/** The path of a browser that launches; null where none could be had. Says what it installs. */
export async function ensureBrowser() {
  if (process.env.CHROMIUM_PATH) return firstThatLaunches([process.env.CHROMIUM_PATH]);
  return (await firstThatLaunches(installed())) ?? (await installPlaywrights()) ?? (await installDebians());
}

function installed() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].filter(isExecutable);
}

async function installPlaywrights() {
  const { chromium } = await import('playwright');
  if (!existsSync(chromium.executablePath())) {
    say('No Chromium or Chrome found: installing the one that Playwright brings.');
    run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  }
  return firstThatLaunches([chromium.executablePath()].filter(isExecutable));
}

async function installDebians() {
  if (!isRoot || !existsSync('/etc/debian_version')) return null;
  say("Playwright's Chromium cannot be had here: installing Debian's with apt-get.");
  run('apt-get', ['update', '-qq']);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
    if (installed().length > 0) break;
  }
  return firstThatLaunches(installed());
}

async function firstThatLaunches(paths) {
  const { chromium } = await import('playwright');
  for (const executablePath of paths) {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS }).catch(() => null);
    await browser?.close();
    if (browser) return executablePath;
  }
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command, args) {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}
