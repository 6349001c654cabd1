/**
 * `npm run lighthouse -- [path …]`: Lighthouse, mobile settings, on a real build: the median of three runs a page, as a table for
 * docs/performance.md. Without paths: the first page, self-study, a match under way, a replay and an instructor's reports. Lighthouse 13
 * needs Node 22, which npm brings along for it; the host itself runs on the Node that is there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '../tests/browser/host.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { type Looked, setTheStage } from './lighthouse-stage.ts';

const OPEN_TO_ALL = ['/', '/study', '/study/learn'];
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility'] as const;
/** A seat that nobody holds is not given to a bot between two looks. */
const PATIENT = { GRACE_SECONDS: '3600', LEAVE_GRACE_SECONDS: '3600', IDLE_MINUTES: '600' };

type Request = { readonly resourceType?: string; readonly transferSize: number };
type Report = {
  readonly categories: Readonly<Record<(typeof CATEGORIES)[number], { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number; readonly details?: { readonly items?: readonly Request[] } }>>;
};

const forEverybody = (path: string): Looked => ({ path, cookie: null });
await ensureBuilt();
const chrome = await ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), 'last-ack-lighthouse-'));
const host = await startHost(PATIENT);
try {
  const asked = process.argv.slice(2).map(forEverybody);
  const pages = asked.length > 0 ? asked : [...OPEN_TO_ALL.map(forEverybody), ...(await setTheStage(host))];
  console.log('| page | performance | accessibility | scripts, kB gzip | largest paint | blocked | shift |');
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  for (const page of pages) console.log(rowOf(page, median(Array.from({ length: RUNS }, () => look(page)))));
} finally {
  await host.dispose();
  rmSync(folder, { recursive: true, force: true });
}

/** Chromium's trace has no beginning now and then, and Lighthouse gives up (NO_NAVSTART). */
function look(page: Looked, tries = 3): Report {
  try {
    return lookOnce(page);
  } catch (error) {
    if (tries === 1) throw error;
    return look(page, tries - 1);
  }
}

function lookOnce({ path, cookie }: Looked): Report {
  const [report, headers] = [join(folder, 'report.json'), join(folder, 'headers.json')];
  writeFileSync(headers, JSON.stringify(cookie === null ? {} : { Cookie: cookie }));
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=${['--headless', ...BROWSER_ARGS].join(' ')}`,
    `--extra-headers=${headers}`,
  ];
  const packages = ['--yes', '--package=node@22', '--package=lighthouse@13'];
  const env = chrome === null ? process.env : { ...process.env, CHROME_PATH: chrome };
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  execFileSync('npm', ['exec', ...packages, '--', 'lighthouse', host.url + path, ...options], { env, stdio: [...stdio] });
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** By performance. */
function median(reports: readonly Report[]): Report {
  const sorted = reports.toSorted((a, b) => a.categories.performance.score - b.categories.performance.score);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no report');
  return middle;
}

function rowOf({ path }: Looked, { categories, audits }: Report): string {
  const value = (audit: string) => audits[audit]?.numericValue ?? 0;
  const requests = audits['network-requests']?.details?.items ?? [];
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script').reduce((sum, { transferSize }) => sum + transferSize, 0);
  const cells = [
    path,
    (100 * categories.performance.score).toFixed(0),
    (100 * categories.accessibility.score).toFixed(0),
    (scripts / 1_000).toFixed(0),
    `${(value('largest-contentful-paint') / 1_000).toFixed(1)} s`,
    `${value('total-blocking-time').toFixed(0)} ms`,
    value('cumulative-layout-shift').toFixed(3),
  ];
  return `| ${cells.join(' | ')} |`;
}
