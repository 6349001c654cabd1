/** A life of a connection, passage by passage. Between two of them nothing is under way, and every statement of them does something. */
import { ROLES } from '../../tcp/vocabulary.ts';
import { changePlay } from '../course.ts';
import { beginPlay, nextTurn, resolve, type Done, type Play } from '../play.ts';
import { FATES, type Item } from '../script.ts';
import { isHeldBack } from '../wire.ts';

export type Items = readonly Item[];
/** Statements, what the ends did about them (the canonical answers), and the play afterwards. */
export type Passage = { readonly items: Items; readonly done: readonly Done[]; readonly play: Play };
export type Life = readonly Passage[];

/** Far enough apart that no segment of one end is taken for one of the other. */
const PLAIN_NUMBERS = [{ client: 100_000, server: 300_000 }] as const;

const BEGINNING: Play = changePlay(beginPlay({ script: [], numbers: PLAIN_NUMBERS }), { unfinished: true });

/** The play where the life stands. */
export function playAfter(life: Life): Play {
  return life.at(-1)?.play ?? BEGINNING;
}

/** Both ends are CLOSED, and nothing will come any more. */
export function isOver(life: Life): boolean {
  const { endpoints, wire } = playAfter(life);
  return life.length > 0 && ROLES.every((role) => endpoints[role].state === 'CLOSED') && !isHeldBack(wire);
}

export function isFault(item: Item): boolean {
  return FATES.some((fate) => fate === item.do);
}

/** The life with that passage; null where something happens that is no turn, or where a plan or a fault has no sense. */
export function extended(life: Life, items: Items): Life | null {
  const passage = playOn(playAfter(life), items);
  const isSound =
    passage !== null &&
    ROLES.every((role) => passage.play.planned[role].length === 0) &&
    !isHeldForNothing(life.at(-1), items) &&
    !losesReset(passage.done);
  return isSound ? [...life, passage] : null;
}

/** Whether from that passage on every statement does something: without it, its passage would end otherwise. */
export function isNeeded(life: Life, from: number): boolean {
  return life.slice(from).every((passage, n) => {
    const before = playAfter(life.slice(0, from + n));
    return passage.items.every((_, index) => !isAlike(passage, playOn(before, passage.items.toSpliced(index, 1))));
  });
}

function isAlike(a: Passage, b: Passage | null): boolean {
  return b !== null && a.done.length === b.done.length && traceOf(a) === traceOf(b);
}

function traceOf({ done, play }: Passage): string {
  return JSON.stringify([done.map(({ at, answer }) => [at, answer]), play.wire]);
}

/** A RST is not repeated: without it the peer has no news, and the connection stays half open (§3.5.1). */
function losesReset(done: readonly Done[]): boolean {
  return done.some(({ fate, answer }) => fate === 'lose' && answer.segment?.flags.includes('RST'));
}

/** A segment that is released as soon as it is held back is not late. */
function isHeldForNothing(last: Passage | undefined, items: Items): boolean {
  return items.some((item) => item.do === 'release' && last?.items.some((held) => held.do === 'delay' && held.from === item.from));
}

/** Goes on with the canonical answers until nothing is under way; null where something is no turn. */
function playOn(before: Play, items: Items): Passage | null {
  const script = [...before.leg.script, ...items.map((item) => (item.do === 'send' ? { len: 100, ...item } : item))];
  const all: Done[] = [];
  let next = nextTurn(changePlay(before, { leg: { ...before.leg, script } }));
  while (next.happenings.length > 0) {
    const { play: after, done } = resolve(next.play, next.canonical);
    all.push(...done);
    next = nextTurn(after);
  }
  return next.cutShort ? null : { items, done: all, play: next.play };
}
