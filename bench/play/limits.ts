/** What a move may cost at most (docs/performance.md), beside what it came to. */
import { LOADS, type LoadName } from './loads.ts';
import type { HostName, Run } from './run.ts';

type Medians = (load: LoadName, host: HostName, key: 'perCommand' | 'perAnswer' | 'p99' | 'octets' | 'rss') => number;

type Limit = { readonly words: string; readonly most: string; readonly measured: readonly number[] };

/** A line each: the limit, and what was measured for a command and for an answer, where that differs. Only of what was measured. */
export function limitsOf(runs: ReadonlyMap<LoadName, ReadonlyMap<HostName, readonly Run[]>>, of: Medians): readonly string[] {
  const has = (load: LoadName, ...hosts: HostName[]) => hosts.every((host) => (runs.get(load)?.get(host)?.length ?? 0) > 0);
  const against = (load: LoadName, other: HostName) =>
    (['perCommand', 'perAnswer'] as const).map((key) => of(load, 'host', key) / of(load, other, key));
  const limits = [...runs.keys()].flatMap((load): Limit[] => {
    const { words, perSecond } = LOADS[load];
    const most = perSecond === null ? '1.5 × echo' : '2 × echo';
    return [
      ...(has(load, 'host', 'echo') ? [{ words, most, measured: against(load, 'echo') }] : []),
      ...(has(load, 'host', 'boardgame') ? [{ words, most: '0.33 × boardgame.io', measured: against(load, 'boardgame') }] : []),
      ...(has(load, 'host') ? [{ words, most: '400 octets a browser', measured: [of(load, 'host', 'octets')] }] : []),
      ...(perSecond !== null && has(load, 'host') ? [{ words, most: 'p99 15 ms', measured: [of(load, 'host', 'p99')] }] : []),
      ...(load === 'crowd' && has(load, 'host') ? [{ words, most: '40 KB a player', measured: [of(load, 'host', 'rss') / 1_000] }] : []),
    ];
  });
  const cell = (value: number | undefined) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0));
  return limits.map(({ words, most, measured }) => {
    const [first, second = first] = measured;
    return `| ${words} | ${most} | ${measured.length > 1 ? cell(first) : ''} | ${cell(second)} |`;
  });
}
