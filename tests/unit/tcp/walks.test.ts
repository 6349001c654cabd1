/** walks.txt, line by line: one endpoint through several events, where a table of single segments does not lead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import { STATES, TIMERS, type Event, type State } from '#game/tcp/vocabulary.ts';
import { afterCrossedSyns, inState, segment, text, timeout } from './endpoints.ts';

type Walk = { readonly name: string; readonly start: string; readonly lines: readonly string[] };
type Chapter = { readonly title: string; readonly walks: readonly Walk[] };

const CHAPTERS = readFileSync(join(import.meta.dirname, 'walks.txt'), 'utf8')
  .split('\n== ')
  .slice(1)
  .map(chapterOf);

function chapterOf(block: string): Chapter {
  const [title = '', ...walks] = block.split('\n# ');
  return { title: title.trim(), walks: walks.map(walkOf) };
}

function walkOf(block: string): Walk {
  const [name = '', start = '', ...lines] = block.trimEnd().split('\n');
  return { name, start, lines: lines.map((line) => line.trim()) };
}

function startOf(name: string): Endpoint {
  if (name === 'SYN_RCVD crossed') return afterCrossedSyns();
  if (!STATES.includes(name as State)) throw new Error(`no state: ${name}`);
  return inState(name as State);
}

/** What happens, as the left of a line has it. */
function eventOf(words: string): Event {
  const [first = '', second = ''] = words.split(' ');
  const number = (name: string) => new RegExp(`\\b${name}=(\\d+)`).exec(words)?.[1];
  const iss = Number(number('iss') ?? 0);
  switch (first) {
    case 'open-active':
    case 'open-passive':
    case 'close':
    case 'abort':
      return { type: first, iss };
    case 'send':
      return { type: first, len: Number(second), iss };
    case 'timeout':
      return timeout(TIMERS.find((timer) => timer === second) ?? TIMERS[0]);
    default: {
      const ack = number('ack');
      const arrived = segment(first, Number(number('seq')), ack === undefined ? null : Number(ack), Number(number('len') ?? 0));
      const closes = words.endsWith(' then close');
      return { type: 'segment', segment: { ...arrived, wnd: Number(number('wnd') ?? 65_535) }, iss, ...(closes && { joined: 'close' }) };
    }
  }
}

/** The walk as the machine goes it. */
function walked({ start, lines }: Walk): string[] {
  let endpoint = startOf(start);
  return lines.map((line) => {
    const [happens = ''] = line.split(' → ');
    const after = step(endpoint, eventOf(happens));
    endpoint = after.endpoint;
    return `${happens} → ${after.segments.map(text).join(' + ') || 'nothing'} → ${endpoint.state}`;
  });
}

describe.each(CHAPTERS)('$title', ({ walks }) => {
  test.each(walks)('$name', (walk) => {
    expect(walk.lines.length).toBeGreaterThan(0);
    expect(walked(walk)).toEqual(walk.lines);
  });
});
