/**
 * The machine that somebody drives by hand: two endpoints, and a wire on which nothing arrives by itself. It is a script that is still being
 * written, so that what was done can be shared and played as a scenario. Everything is answered canonically.
 */
import { isRefusal, type RuleId } from '../tcp/rules.ts';
import { step } from '../tcp/step.ts';
import { beginPlay, type CutShort, type Done, type Happening, nextTurn, type Play, resolve, type ToldHappening } from './play.ts';
import { changePlay } from './course.ts';
import { happeningsOf } from './happenings.ts';
import type { Item, Leg, Numbers, Script } from './script.ts';

/** As in the figures of RFC 9293. */
const NUMBERS: Numbers = { client: 100, server: 300 };
/** As many as the text of a leg may have. */
export const MOST_ITEMS = 200;

/** What an item came to, and both ends and the wire after it. */
export type HandStep = {
  readonly item: Item;
  readonly happened: readonly (Happening & { readonly done: Done })[];
  readonly told: readonly ToldHappening[];
  readonly play: Play;
};
export type HandPlay = { readonly steps: readonly HandStep[]; readonly play: Play; readonly cutShort: CutShort | null };

const BEGINNING: HandPlay = { steps: [], play: changePlay(beginPlay(legOf([])), { byHand: true, unfinished: true }), cutShort: null };

/** Plays what has been done so far: one step for each item, but for those that follow one that ends it. */
export function playByHand(script: Script): HandPlay {
  return script.reduce(playOn, BEGINNING);
}

function playOn(before: HandPlay, item: Item): HandPlay {
  if (before.cutShort) return before;
  const next = nextTurn(changePlay(before.play, { leg: legOf([...before.steps.map((step) => step.item), item]) }));
  if (next.cutShort) return { ...before, cutShort: next.cutShort };
  const { play, done } = resolve(next.play, next.canonical);
  const happened = next.happenings.flatMap((happening, n) => (done[n] ? [{ ...happening, done: done[n] }] : []));
  return { steps: [...before.steps, { item, happened, told: next.told, play }], play, cutShort: null };
}

function legOf(script: Script): Leg {
  const connections = 1 + script.filter((item) => item.do === 'new-connection').length;
  const numbers = Array.from({ length: connections }, (_, n) => ({
    client: NUMBERS.client + 1_000 * n,
    server: NUMBERS.server + 1_000 * n,
  }));
  return { script, numbers };
}

export type Tried =
  | { readonly ok: true; readonly script: Script }
  /** `rules`: those that say why nothing comes of it. */
  | { readonly ok: false; readonly reason: 'no-effect' | 'too-many' | CutShort; readonly rules: readonly RuleId[] };

/** The script with one item more, or why that comes to nothing. */
export function tryItem(script: Script, item: Item): Tried {
  const tried = tryOn(playByHand(script), item);
  return tried.ok ? { ok: true, script: [...script, item] } : tried;
}

/** The script without what comes to nothing: somebody may have written it. */
export function effectiveItems(script: Script): Script {
  const played = script.reduce((before, item) => {
    const tried = tryOn(before, item);
    return tried.ok ? tried.after : before;
  }, BEGINNING);
  return played.steps.map(({ item }) => item);
}

function tryOn(before: HandPlay, item: Item): { readonly ok: true; readonly after: HandPlay } | Extract<Tried, { ok: false }> {
  const { steps, play } = before;
  if (steps.length >= MOST_ITEMS) return { ok: false, reason: 'too-many', rules: [] };
  const refusing = happeningsOf(play, item).flatMap(({ at, event }) => step(play.endpoints[at], event).rules);
  if (refusing.length > 0 && refusing.every(isRefusal)) return { ok: false, reason: 'no-effect', rules: refusing };
  const after = playOn(before, item);
  if (after.cutShort) return { ok: false, reason: after.cutShort, rules: [] };
  return hasChanged(play, after) ? { ok: true, after } : { ok: false, reason: 'no-effect', rules: refusing };
}

function hasChanged(before: Play, { steps, play }: HandPlay): boolean {
  const last = steps.at(-1);
  const isHeard = last !== undefined && last.happened.length + last.told.length > 0;
  return isHeard || play.wire !== before.wire || play.connection !== before.connection || play.closesAtFin !== before.closesAtFin;
}

/**
 * The script as a leg of a scenario. What is on the wire at its end arrives then; where that makes an end send several segments at once, the leg
 * ends there (house rule N). Where everything arrived in its order and before anything else was done, the wire can do that by itself.
 */
export function toLegScript(script: Script): Script {
  const plain = script.filter((item) => item.do !== 'deliver');
  return traceOf(plain) === traceOf([{ do: 'by-hand' }, ...script]) ? plain : [{ do: 'by-hand' }, ...script];
}

function traceOf(script: Script): string {
  const happened: unknown[] = [];
  let next = nextTurn(beginPlay(legOf(script)));
  for (; next.happenings.length > 0; next = nextTurn(resolve(next.play, next.canonical).play)) happened.push(next.told, next.happenings);
  return JSON.stringify([happened, next.told]);
}
