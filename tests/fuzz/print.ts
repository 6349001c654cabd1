/** What a run has shown: figures, and whether everything held. */
import type { Report, Route } from './host.ts';
import type { Checked } from './stored.ts';
import type { Tally } from './tally.ts';

export type Run = {
  readonly messages: number;
  readonly seed: number;
  readonly seconds: number;
  readonly tally: Tally;
  readonly routes: readonly Route[];
  /** After a quarter of the messages and after all of them, with nothing open any more. */
  readonly quarter: Report;
  readonly whole: Report;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly playsOn: boolean;
  readonly status: unknown;
  readonly errors: readonly string[];
  readonly stored: Checked;
};

/** What three quarters of a million messages may leave in memory; of a shorter run as well, where caches are still filling. */
const GROWTH_MIB = 24;
const MIB = 2 ** 20;

/** Whether everything held. */
export function print(run: Run): boolean {
  const { messages, seed, seconds, tally, quarter, whole, stored } = run;
  const counts = [...tally.counts].filter(([name]) => !name.startsWith('route')).sort(([one], [other]) => (one < other ? -1 : 1));
  const growth = (whole.heap - quarter.heap) / MIB;
  const asked = run.routes.filter(({ method, path }) => tally.counts.has(`route: ${method} ${path}`)).length;
  const lines = [
    `${messages} messages in ${seconds.toFixed(0)} s, seed ${seed}; ${asked} of ${run.routes.length} routes`,
    ...counts.map(([name, count]) => `${String(count).padStart(9)}  ${name}`),
    `stored: ${stored.matches} matches, ${stored.over} of them over, ${stored.moves} moves`,
    `memory: ${(quarter.heap / MIB).toFixed(1)} MiB after a quarter, ${(whole.heap / MIB).toFixed(1)} MiB after all`,
    `the event loop was held for ${Math.max(quarter.longest, whole.longest).toFixed(0)} ms at most`,
  ];
  const faults = faultsOf(run, growth, asked);
  process.stdout.write(
    `${[...lines, '', ...faults, faults.length === 0 ? 'everything held' : `${faults.length} did not hold`].join('\n')}\n`,
  );
  return faults.length === 0;
}

function faultsOf(run: Run, growth: number, asked: number): readonly string[] {
  const { tally, before, after, playsOn, status, errors, stored, routes } = run;
  const changed = [...after].filter(([table, digest]) => before.get(table) !== digest);
  return [
    ...tally.failures.map(({ door, what, message }) => `${door}: ${what}\n  ${message.slice(0, 2_000)}`),
    ...changed.map(([table, digest]) => `rows of those who stood by have changed in ${table}: ${before.get(table)}, then ${digest}`),
    ...[...new Set(errors.map(shortened))].slice(0, 20).map((line) => `logged: ${line}`),
    ...(playsOn ? [] : ['the match of those who stood by does not go on']),
    ...(status === 0 ? [] : [`the host ended with ${status}`]),
    ...stored.faults.slice(0, 20).map((fault) => `stored: ${fault}`),
    ...(growth <= GROWTH_MIB ? [] : [`memory grew by ${growth.toFixed(1)} MiB`]),
    ...(asked === routes.length ? [] : ['not every route was asked']),
  ];
}

/** Without what differs from one time to the next. */
function shortened(line: string): string {
  return line.replace(/"(time|pid)":\d+,?/g, '').slice(0, 1_500);
}
