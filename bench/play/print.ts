/** The tables of docs/performance.md. */
import { cpus, release } from 'node:os';
import { readProfile, type Spent } from './areas.ts';
import { LOADS, type LoadName } from './loads.ts';
import { HOSTS, type HostName, type Run } from './run.ts';

const HEADER = [
  'load',
  'host',
  'CPU ms for 1,000 commands',
  '× echo',
  'for 1,000 answers',
  '× echo',
  'answers/s',
  'ack p50 ms',
  'p99',
  'octets a browser, an answer',
  'KB a player (RSS, live)',
  'busy: host, driver',
];

export function printRuns(runs: ReadonlyMap<LoadName, ReadonlyMap<HostName, readonly Run[]>>, pinned: string): void {
  const lines = [...runs].flatMap(([load, ofLoad]) => [...ofLoad].map(([name, list]) => row(load, name, list, ofLoad.get('echo') ?? [])));
  process.stdout.write(
    `${machine(pinned)}\n\n${[HEADER, HEADER.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
  );
  const wrongs = [...runs].flatMap(([load, ofLoad]) =>
    [...ofLoad].flatMap(([name, list]) => list.flatMap((run) => run.wrongs.map((wrong) => `${load}, ${name}: ${wrong}`))),
  );
  process.stdout.write(`\n${wrongs.length === 0 ? 'Nothing was refused; all that was acknowledged is stored.' : wrongs.join('\n')}\n`);
}

function row(load: LoadName, name: HostName, runs: readonly Run[], echo: readonly Run[]): readonly string[] {
  const of = (key: NumberOf<Run>, list = runs) => median(list.map((run) => run[key]));
  const times = (key: 'perCommand' | 'perAnswer') => (echo.length === 0 ? '' : (of(key) / of(key, echo)).toFixed(2));
  return [
    LOADS[load].words,
    HOSTS[name].words,
    of('perCommand').toFixed(1),
    times('perCommand'),
    of('perAnswer').toFixed(1),
    times('perAnswer'),
    of('answersPerSecond').toFixed(0),
    of('p50').toFixed(1),
    of('p99').toFixed(1),
    of('octets').toFixed(0),
    `${(of('rss') / 1_000).toFixed(0)}, ${(of('live') / 1_000).toFixed(0)}`,
    `${percent(of('hostBusy'))}, ${percent(of('driverBusy'))}`,
  ];
}

type NumberOf<T> = { [K in keyof T]: T[K] extends number ? K : never }[keyof T];

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function machine(pinned: string): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim()}), ${process.platform} ${release()}, Node ${process.versions.node}; ${pinned}.`;
}

const FUNCTIONS = 25;

/** The first of the runs. Which run it was hardly matters; that V8 looks at every function does: the table has the figures. */
export function printProfile(load: LoadName, [run]: readonly Run[]): void {
  if (!run?.profile) return;
  const { milliseconds, areas, functions } = readProfile(run.profile);
  const lines = (list: readonly Spent[]) =>
    list.map(({ name, ms }) => `| ${name} | ${((100 * ms) / milliseconds).toFixed(1)} % |`).join('\n');
  process.stdout.write(`\n${LOADS[load].words}: ${Math.round(milliseconds)} ms that were not idle\n\n`);
  process.stdout.write(
    `| area | self time |\n| --- | --: |\n${lines(areas)}\n\n| function | |\n| --- | --: |\n${lines(functions.slice(0, FUNCTIONS))}\n`,
  );
}
