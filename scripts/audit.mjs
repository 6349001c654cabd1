/**
 * Whether packages that the product runs with have known weaknesses, asked of the registry by `npm audit`: high and critical ones fail, unless
 * scripts/audit-allowed.json says why not and until when. A registry that does not answer fails nobody's run; it is said and counted as skipped.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ALLOWED = 'scripts/audit-allowed.json';
const PATIENCE_MS = 60_000;
const SEVERE = ['high', 'critical'];

/** What of a report stands against the run, one sentence each. `today`: as 2026-11-26. */
export function findings(report, allowed, today) {
  const advisories = Object.values(report.vulnerabilities ?? {}).flatMap(({ via }) => via.filter((one) => typeof one === 'object'));
  const severe = new Map(advisories.filter(({ severity }) => SEVERE.includes(severity)).map((one) => [one.url, one]));
  return [...severe.values()].flatMap(({ name, severity, title, url }) => {
    const pardon = allowed.find((one) => one.advisory === url);
    if (pardon && pardon.until >= today) return [];
    return [`${name}: ${severity}: ${title} (${url})${pardon ? `; allowed until ${pardon.until} only: ${pardon.reason}` : ''}`];
  });
}

export function readAllowed() {
  return JSON.parse(readFileSync(ALLOWED, 'utf8'));
}

/** Counts of one part of `npm test`. */
export function audit() {
  const args = ['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0'];
  const { stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: PATIENCE_MS, shell: process.platform === 'win32' });
  const report = parse(stdout);
  if (!report?.vulnerabilities) {
    process.stdout.write(`not asked: the registry has no answer${report?.statusCode ? ` (${report.statusCode})` : ''}\n`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const found = findings(report, readAllowed(), new Date().toISOString().slice(0, 10));
  for (const sentence of found) process.stdout.write(`${sentence}\n`);
  return { passed: found.length === 0 ? 1 : 0, failed: found.length, skipped: 0 };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
