/** What a run came to, in lines that can be pasted. */
import type { KillsDone, KillsWanted } from './kills.ts';
import type { TroubleDone, TroubleWanted } from './troubles.ts';

const SHOWN = 20;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printKills({ kills, pairs, seed }: Pick<KillsWanted, 'kills' | 'pairs' | 'seed'>, done: KillsDone, ms: number): void {
  const { journal, last } = done;
  table('kill -9', [
    ['seed', seed],
    ['pairs', pairs],
    ['kills', `${kills}, ${done.early} of them before the host took links`],
    ['commands acknowledged', journal.acknowledged()],
    ['sent again', journal.resent()],
    ['refused', counted(journal.faults)],
    ['moves acknowledged', last.moves],
    ['of them lost', last.lost],
    ['of them found twice', last.twice],
    ['moves stored', `${last.storedMoves.toLocaleString('en')}, ${last.byBots} of them by a bot in the seat`],
    ['matches begun', journal.begun.size],
    ['over at the end', last.folded],
    ['open at a start, gone on', done.resumed],
    ['rows compared with the fold', `${last.results} results, ${last.judged} judged moves`],
    ['integrity_check', `${done.looks + 1} times`],
    ['start until links are taken', quantiles(done.startMs)],
    ['violations', done.violations.length],
    ['took', `${(ms / 1_000).toFixed(0)} s`],
  ]);
  sayAll(done.violations);
}

export function printTrouble(name: string, { pairs, seed, times, lastMs }: Omit<TroubleWanted, 'dataDir'>, done: TroubleDone): void {
  const { journal, last, reads } = done;
  table(name, [
    ['seed', seed],
    ['pairs', pairs],
    ['how often', `${times} times, ${lastMs / 1_000} s and more each`],
    ['told "not saved, try again"', done.told],
    ['moves acknowledged meanwhile', done.acknowledged],
    ['reads answered meanwhile', `${reads.answered} of ${reads.asked}`],
    ['refused', counted(journal.faults)],
    ['moves acknowledged', last.moves],
    ['of them lost', last.lost],
    ['of them found twice', last.twice],
    ['matches begun', journal.begun.size],
    ['over at the end', last.folded],
    ['rows compared with the fold', `${last.results} results, ${last.judged} judged moves`],
    ['violations', done.violations.length],
  ]);
  sayAll(done.violations);
}

export function table(title: string, rows: readonly (readonly [string, string | number])[]): void {
  say(`\n| ${title} | |\n|---|--:|`);
  for (const [name, value] of rows) say(`| ${name} | ${typeof value === 'number' ? value.toLocaleString('en') : value} |`);
}

export function sayAll(violations: readonly string[]): void {
  if (violations.length > 0) say('');
  for (const violation of violations.slice(0, SHOWN)) say(`VIOLATION ${violation}`);
  if (violations.length > SHOWN) say(`and ${violations.length - SHOWN} more`);
}

export function counted(faults: ReadonlyMap<string, number>): string {
  return faults.size === 0 ? 'none' : [...faults].map(([fault, count]) => `${count.toLocaleString('en')} ${fault}`).join(', ');
}

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}
