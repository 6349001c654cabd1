/** What a run came to, in lines. */
import type { Report } from '../answering.ts';
import type { Kept } from '../host.ts';
import type { Tally } from './tally.ts';

export type Run = {
  readonly students: number;
  readonly joinMs: number;
  readonly thinkMs: number;
  readonly roundMs: number;
  readonly joining: Tally;
  readonly playing: Tally;
  readonly idle: Report;
  readonly joined: Report;
  readonly ended: Report;
  readonly kept: Kept;
  readonly desk: { readonly instructor: Tally; readonly projector: Tally };
};

export function printRun(run: Run): void {
  const { students, joinMs, thinkMs, roundMs, joining, playing, idle, joined, ended, kept, desk } = run;
  const lines = [
    `${students} students, ${joinMs / 1_000} s to join, ${thinkMs / 1_000} s to think; the round took ${(roundMs / 1_000).toFixed(0)} s`,
    `join       ${latencies(joining.joins)}`,
    `move       ${latencies(playing.moves)}, ${(playing.moves.length / (roundMs / 1_000)).toFixed(0)} a second`,
    `a student  ${perOne(joining, students)} while joining; ${perOne(playing, students)} in the round`,
    `instructor ${perOne(desk.instructor, 1)}; projector ${perOne(desk.projector, 1)}`,
    `host       ${idle.rssMiB.toFixed(0)} MiB before, ${joined.rssMiB.toFixed(0)} at most while joining, ${ended.rssMiB.toFixed(0)} in the round`,
    `           CPU ${share(joined, joinMs)} while joining, ${share(ended, roundMs)} in the round`,
    `           event loop late by ${joined.loopP99Ms.toFixed(0)} ms at p99 while joining (most ${joined.loopMaxMs.toFixed(0)}), ${ended.loopP99Ms.toFixed(0)} in the round (most ${ended.loopMaxMs.toFixed(0)})`,
    `kept       ${kept.entrants} entrants, ${kept.matches} matches, ${kept.openMatches} of them open, ${kept.results} results, ${kept.answers} of ${playing.answers} accepted answers, ${kept.judged} judged moves`,
    `faults     ${faults(joining, playing)}; ${kept.logged} warnings and errors in the log`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function latencies(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms of ${sorted.length}`;
}

function perOne({ received, receivedOctets, sent, sentOctets }: Tally, ones: number): string {
  const each = (sum: number) => Math.round(sum / ones).toLocaleString('en');
  return `${each(received)} messages and ${each(receivedOctets)} octets in, ${each(sent)} and ${each(sentOctets)} out`;
}

function share({ cpuMs }: Report, ms: number): string {
  return `${Math.round((100 * cpuMs) / ms)} % of a core`;
}

function faults(...tallies: readonly Tally[]): string {
  const all = tallies.flatMap((tally) => [...tally.faults].map(([fault, count]) => `${count} ${fault}`));
  return all.length === 0 ? 'none' : all.join(', ');
}
