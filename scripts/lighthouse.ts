/**
 * `npm run lighthouse -- [path …]`: Lighthouse, mobile settings, on a real build: the median of three runs a page. Lighthouse 13 needs
 * Node 22, which npm brings along for it; the host itself runs on the Node that is there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '../tests/browser/host.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';

const PAGES = ['/', '/study', '/study/learn'];
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility'] as const;

type Report = {
  readonly categories: Readonly<Record<(typeof CATEGORIES)[number], { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
};

const pages = process.argv.length > 2 ? process.argv.slice(2) : PAGES;
await ensureBuilt();
const chrome = await ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), 'last-ack-lighthouse-'));
const host = await startHost();
try {
  console.log('page                 performance  accessibility  transferred  largest paint  blocked  shift');
  for (const page of pages) console.log(rowOf(page, median(Array.from({ length: RUNS }, () => look(host.url + page)))));
} finally {
  await host.dispose();
  rmSync(folder, { recursive: true, force: true });
}

function look(address: string): Report {
  const file = join(folder, 'report.json');
  const flags = ['--headless=new', ...BROWSER_ARGS].join(' ');
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=${flags}`,
  ];
  const packages = ['--yes', '--package=node@22', '--package=lighthouse@13'];
  const env = chrome === null ? process.env : { ...process.env, CHROME_PATH: chrome };
  execFileSync('npm', ['exec', ...packages, '--', 'lighthouse', address, ...options], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** By performance. */
function median(reports: readonly Report[]): Report {
  const sorted = reports.toSorted((a, b) => a.categories.performance.score - b.categories.performance.score);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no report');
  return middle;
}

function rowOf(page: string, { categories, audits }: Report): string {
  const value = (audit: string) => audits[audit]?.numericValue ?? 0;
  const cells = [
    (100 * categories.performance.score).toFixed(0).padStart(11),
    (100 * categories.accessibility.score).toFixed(0).padStart(13),
    `${(value('total-byte-weight') / 1_000).toFixed(0)} kB`.padStart(11),
    `${(value('largest-contentful-paint') / 1_000).toFixed(1)} s`.padStart(13),
    `${value('total-blocking-time').toFixed(0)} ms`.padStart(7),
    value('cumulative-layout-shift').toFixed(3).padStart(5),
  ];
  return [page.padEnd(20), ...cells].join('  ');
}
