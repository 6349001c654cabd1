/** A life of a connection, passage by passage. Between two of them nothing is under way, and every statement of them does something. */
import { ROLES } from '../../tcp/vocabulary.ts';
import { beginPlay, nextTurn, resolve, type Done, type Play } from '../play.ts';
import { canonicalAnswers } from '../proof.ts';
import { FATES, type Item } from '../script.ts';
import { isHeldBack } from '../wire.ts';

export type Items = readonly Item[];
/** Statements, and what the ends did about them: the canonical answers. */
export type Passage = { readonly items: Items; readonly done: readonly Done[] };
export type Life = readonly Passage[];

/** A life as far as it is written. */
export type Draft = { readonly passages: Life; readonly play: Play };

/** The life that those statements make, passage by passage; null where they make none. */
export function liveThrough(passages: readonly Items[]): Life | null {
  const end = passages.reduce<Draft | null>((draft, items) => draft && extended(draft, items), BEGINNING);
  return end && isOver(end) ? end.passages : null;
}

/** Far enough apart that no segment of one end is taken for one of the other. */
const PLAIN_NUMBERS = [{ client: 100_000, server: 300_000 }] as const;

export const BEGINNING: Draft = { passages: [], play: { ...beginPlay({ script: [], numbers: PLAIN_NUMBERS }), unfinished: true } };

/** Both ends are CLOSED, and nothing will come any more. */
export function isOver({ play, passages }: Draft): boolean {
  return passages.length > 0 && ROLES.every((role) => play.endpoints[role].state === 'CLOSED') && !isHeldBack(play.wire);
}

export function isFault(item: Item): boolean {
  return FATES.some((fate) => fate === item.do);
}

/** The life with that passage; null where one of its statements does nothing by its end, or where something happens that is no turn. */
export function extended({ passages, play: before }: Draft, items: Items): Draft | null {
  const { play, done, trace } = playOn(before, items);
  const isWhole =
    trace !== null &&
    !isHeldForNothing(passages.at(-1), items) &&
    !losesReset(done) &&
    items.every((_, index) => playOn(before, items.toSpliced(index, 1)).trace !== trace);
  return isWhole && ROLES.every((role) => play.planned[role].length === 0) ? { passages: [...passages, { items, done }], play } : null;
}

/** A RST is not repeated: without it the peer has no news, and the connection stays half open (§3.5.1). */
function losesReset(done: readonly Done[]): boolean {
  return done.some(({ fate, answer }) => fate === 'lose' && answer.segment?.flags.includes('RST'));
}

/** A segment that is released as soon as it is held back is not late. */
function isHeldForNothing(last: Passage | undefined, items: Items): boolean {
  return items.some((item) => item.do === 'release' && last?.items.some((held) => held.do === 'delay' && held.from === item.from));
}

/** Goes on with the canonical answers until nothing is under way. `trace` tells what happened; null where it was no turn. */
function playOn(before: Play, items: Items): { readonly play: Play; readonly done: readonly Done[]; readonly trace: string | null } {
  const script = [...before.leg.script, ...items.map((item) => (item.do === 'send' ? { len: 100, ...item } : item))];
  const all: Done[] = [];
  let next = nextTurn({ ...before, leg: { ...before.leg, script } });
  while (next.happenings.length > 0) {
    const { play: after, done } = resolve(next.play, canonicalAnswers(next));
    all.push(...done);
    next = nextTurn(after);
  }
  return {
    play: next.play,
    done: all,
    trace: next.cutShort ? null : JSON.stringify([all.map(({ at, answer }) => [at, answer]), next.play.wire]),
  };
}
