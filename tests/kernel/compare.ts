/** The kernel's states of each end beside those that the annotator reads off the capture. */
import { createAnnotator } from '#game/capture/annotate.ts';
import type { EndLine } from '#game/capture/vocabulary.ts';
import { ROLES, type Role, type State } from '#game/tcp/vocabulary.ts';
import { statesOfEvents } from './mapping.ts';
import type { Difference, Script } from './scripts.ts';
import type { Recording } from './stage.ts';

export type Told = {
  readonly state: State;
  readonly by: 'both' | 'ss' | 'event';
};

/** "named": they differ in what the script names. */
export const VERDICTS = ['agree', 'named', 'differ'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Comparison = {
  readonly script: string;
  readonly end: Role;
  readonly kernel: readonly Told[];
  readonly annotated: readonly State[];
  readonly verdict: Verdict;
  readonly why: string | null;
};

export function compare({ name, difference }: Script, { ss, events, capture }: Recording): Comparison[] {
  const annotated = annotatedStates(capture);
  return ROLES.map((end) => {
    const told = events && statesOfEvents(events[end], ss[end].at(-1));
    const kernel = merge(ss[end], told ?? []);
    const own = difference?.end === end ? difference : null;
    const verdict = judge(kernel, annotated[end], told !== null, own);
    return { script: name, end, kernel, annotated: annotated[end], verdict, why: verdict === 'named' ? (own?.why ?? null) : null };
  });
}

/** A script has one connection. */
function annotatedStates(capture: Uint8Array): Record<Role, readonly State[]> {
  const ends: EndLine[] = [];
  const annotator = createAnnotator((line) => void ('end' in line && ends.push(line)));
  annotator.push(capture);
  annotator.finish();
  return { client: ends.flatMap((end) => end.clientStates), server: ends.flatMap((end) => end.serverStates) };
}

/** Both saw the same life, in order, and each may have missed some of it. */
export function merge(ss: readonly State[], event: readonly State[]): Told[] {
  const [seen, told] = [ss[0], event[0]];
  if (seen === undefined) return event.map((state) => ({ state, by: 'event' }));
  if (told === undefined) return ss.map((state) => ({ state, by: 'ss' }));
  if (seen === told) return [{ state: seen, by: 'both' }, ...merge(ss.slice(1), event.slice(1))];
  return event.includes(seen)
    ? [{ state: told, by: 'event' }, ...merge(ss, event.slice(1))]
    : [{ state: seen, by: 'ss' }, ...merge(ss.slice(1), event)];
}

/** Without the events, what `ss` missed is not known: then nothing that it saw may be missing. */
export function judge(kernel: readonly Told[], annotated: readonly State[], hasEvents: boolean, difference: Difference | null): Verdict {
  const fits = hasEvents ? areEqual : isWithin;
  const states = lasting(kernel, annotated);
  if (fits(states, annotated) && states.at(-1) === annotated.at(-1)) return 'agree';
  if (difference === null) return 'differ';
  const { only, state } = difference;
  const fitsWithout = only === 'kernel' ? fits(without(states, state), annotated) : fits(states, without(annotated, state));
  return fitsWithout ? 'named' : 'differ';
}

/**
 * The kernel takes the ACK of a FIN,ACK before its FIN, and tells of the FIN_WAIT_2 between them; RFC 9293 Figure 5, note 2, goes from FIN_WAIT_1
 * to TIME_WAIT. `ss` never sees it.
 */
function lasting(kernel: readonly Told[], annotated: readonly State[]): State[] {
  const isMomentary = ({ state, by }: Told, index: number) =>
    state === 'FIN_WAIT_2' && by === 'event' && kernel[index + 1]?.state === 'TIME_WAIT' && !annotated.includes('FIN_WAIT_2');
  return kernel.filter((told, index) => !isMomentary(told, index)).map(({ state }) => state);
}

function areEqual(some: readonly State[], others: readonly State[]): boolean {
  return some.join() === others.join();
}

/** In this order, with anything between them. */
function isWithin(some: readonly State[], others: readonly State[]): boolean {
  let at = 0;
  for (const state of others) if (state === some[at]) at += 1;
  return at === some.length;
}

/** Its last occurrence is left out. */
function without(states: readonly State[], state: State): State[] {
  const at = states.lastIndexOf(state);
  return states.filter((_, index) => index !== at);
}
