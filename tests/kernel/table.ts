/** The comparison as text: two lines an end, the kernel's states above the annotator's. */
import { arch, release } from 'node:os';
import type { Comparison, Told } from './compare.ts';

const SCRIPT = 34;
const END = 8;
const VERDICT = 8;

export function heading(hasEvents: boolean): string {
  const sources = hasEvents ? 'ss and sock:inet_sock_set_state' : 'ss alone: the event sock:inet_sock_set_state cannot be had here';
  return `Linux ${release()} ${arch()}, ${sources}\n${row('script', 'end', '', 'states')}`;
}

export function textOf(comparison: Comparison): string {
  const { script, end, verdict, kernel, annotated, why } = comparison;
  const lines = [
    row(script, end, verdict, `kernel     ${kernel.map(toldText).join(' ')}`),
    row('', '', '', `annotated  ${annotated.join(' ')}`),
  ];
  if (why) lines.push(row('', '', '', `           ${why}`));
  return lines.join('\n');
}

/** What only one of the two told says which. */
function toldText({ state, by }: Told): string {
  return by === 'both' ? state : `${state}(${by})`;
}

function row(script: string, end: string, verdict: string, rest: string): string {
  return `${script.padEnd(SCRIPT)}${end.padEnd(END)}${verdict.padEnd(VERDICT)}${rest}`;
}
