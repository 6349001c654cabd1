/** What `npm run machine` answers to a line. Nothing is carried between the two endpoints but what the lines say. */
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { ruleOf } from '#game/tcp/rules.ts';
import { step, type Step } from '#game/tcp/step.ts';
import type { Role, Segment } from '#game/tcp/vocabulary.ts';
import { TOO_LONG, type Line } from './lines.ts';
import { parseLine, type Fault } from './machine-line.ts';

export type Ends = Readonly<Record<Role, Endpoint>>;
export const BOTH_CLOSED: Ends = { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT };

/** The answer, and the endpoints after it; a bad line changes none. `number` is that of the line, from 1. */
export function answerLine(ends: Ends, line: Line, number: number): { readonly ends: Ends; readonly answer: string } {
  const parsed = line === TOO_LONG ? ({ fault: 'line-too-long' } as const) : parseLine(line);
  if ('fault' in parsed) return { ends, answer: refusal(parsed.fault, number) };
  const { at, event } = parsed.told;
  const taken = step(ends[at], event);
  return { ends: { ...ends, [at]: taken.endpoint }, answer: answerOf(at, taken) };
}

function refusal(code: Fault, line: number): string {
  return JSON.stringify({ error: { code, line } });
}

function answerOf(at: Role, { endpoint, segments, rules, signals }: Step): string {
  const sections = [...new Set(rules.map((id) => ruleOf(id).section))];
  return JSON.stringify({ at, state: endpoint.state, segments: segments.map(shown), rules, sections, signals });
}

function shown({ flags, seq, ack, len }: Segment) {
  return { flags, seq, ack, len };
}
