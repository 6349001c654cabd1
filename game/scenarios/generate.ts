/** Scenarios drawn from a seed: a whole life of a connection and a sibling of it, as scripts like any other. */
import { ROLES, type Role } from '../tcp/vocabulary.ts';
import { drawLife } from './generator/life.ts';
import { extended, isFault, isNeeded, isOver, type Items, type Life } from './generator/passages.ts';
import { variations } from './generator/variations.ts';
import { drawWeighted, randomFrom, shuffle, type Random } from './random.ts';
import type { Item, ScenarioLevel, Script, Siblings } from './script.ts';

/** How many decisions a leg has: a part of the life; what comes before and after is told. */
export type Length = { readonly least: number; readonly most: number };
export const MATCH_LENGTH: Length = { least: 8, most: 12 };

/** No seed needs as many. */
const MOST_DRAWS = 1_000;
/** Passages that are told before or after what is asked: a page of events is not read. */
const MOST_TOLD = 4;
/** As many decisions as a role has in every leg, that it is not only watching. */
const LEAST_OF_A_ROLE = 2;

/** Level 1 has no faults and nothing simultaneous, level 3 more of both. The same seed draws the same. `seed`: any whole number. */
export function generate(level: ScenarioLevel, seed: number, length = MATCH_LENGTH): Siblings {
  const random = randomFrom(seed);
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const siblings = drawSiblings(level, random, length);
    if (siblings) return siblings;
  }
  throw new Error(`no life for seed ${seed} at level ${level}`);
}

function drawSiblings(level: ScenarioLevel, random: Random, length: Length): Siblings | null {
  const life = drawLife(level, random);
  const legs = life ? legsOf(life, length).filter((leg) => level === 1 || isUnusual(leg)) : [];
  if (!life || legs.length === 0) return null;
  const leg = drawWeighted(random, legs);
  for (const passages of shuffle(random, variations(life))) {
    const sibling = siblingIn(life, leg, passages);
    if (sibling) return [leg.script, sibling.script];
  }
  return null;
}

/** A leg of a variation of the life. What they have in common at the beginning is not played again; what is dear to ask is asked last. */
function siblingIn(life: Life, leg: Drawn, passages: readonly Items[]): Drawn | undefined {
  const common = passages.findIndex((items, at) => items !== life[at]?.items);
  const other = liveThrough(life.slice(0, common), passages.slice(common));
  const sibling = other && legsOf(other, { least: leg.decisions, most: leg.decisions }).find((one) => areSiblings(leg, one));
  return sibling && isNeeded(other, common) ? sibling : undefined;
}

/** The life that goes on with those passages until it is over; null where it does not. */
function liveThrough(begun: Life, passages: readonly Items[]): Life | null {
  const life = passages.reduce<Life | null>((before, items) => before && extended(before, items), begun);
  return life && isOver(life) ? life : null;
}

/** `weight`: a leg that asks until the end of the life is drawn more often. */
type Drawn = { readonly script: Script; readonly decisions: number; readonly asked: Life; readonly weight: number };

/** What is asked has a fault in it, or something simultaneous. */
function isUnusual({ asked }: Drawn): boolean {
  return asked.some(({ items }) => items.some((item) => isFault(item) || item.do === 'both'));
}

/** What may be asked of the life: from each passage on as much as fits. What comes before and after is told. */
function legsOf(life: Life, length: Length): readonly Drawn[] {
  return life.slice(0, MOST_TOLD + 1).flatMap((_, first) => legFrom(life, first, length));
}

function legFrom(life: Life, first: number, { least, most }: Length): readonly Drawn[] {
  let decisions = 0;
  let end = first;
  for (let passage = life[end]; passage && decisions + passage.done.length <= most; passage = life[end]) {
    decisions += passage.done.length;
    end += 1;
  }
  const asked = life.slice(first, end);
  const isEnough =
    decisions >= least && life.length - end <= MOST_TOLD && ROLES.every((role) => rulesOf(asked, role).length >= LEAST_OF_A_ROLE);
  return isEnough ? [{ script: scriptOf(life, first, end), decisions, asked, weight: end === life.length ? 3 : 1 }] : [];
}

/** It settles at the end: canonical answers leave nothing to settle, but unusual ones may. What is still held back is released by that too. */
function scriptOf(life: Life, first: number, end: number): Script {
  const before: Script = first === 0 ? [] : [{ do: 'tell' }, ...joined(life.slice(0, first)), { do: 'ask' }];
  const after: Script = end === life.length ? [] : [{ do: 'tell' }, ...joined(life.slice(end))];
  const script = [...before, ...joined(life.slice(first, end)), ...after];
  return [...(script.at(-1)?.do === 'release' ? script.slice(0, -1) : script), { do: 'settle' }];
}

/** A passage begins where nothing is under way; what only plans something would not wait for that. */
function joined(passages: Life): Items {
  return passages.flatMap(({ items }, at) => (at > 0 && items[0] && isPlan(items[0]) ? [{ do: 'wait' }, ...items] : items));
}

function isPlan(item: Item): boolean {
  return isFault(item) || item.do === 'close-at-fin';
}

function rulesOf(asked: Life, role: Role): readonly string[] {
  return asked.flatMap(({ done }) => done.filter(({ at }) => at === role).map(({ answer }) => answer.rules.join(' ')));
}

/** The same rules for each role, as often, but not one after the other in the same order. */
function areSiblings(a: Drawn, b: Drawn): boolean {
  const inOrder = (leg: Drawn) => leg.asked.flatMap(({ done }) => done.map(({ at, answer }) => `${at} ${answer.rules.join(' ')}`));
  const sorted = (leg: Drawn, role: Role) => rulesOf(leg.asked, role).toSorted().join();
  return ROLES.every((role) => sorted(a, role) === sorted(b, role)) && inOrder(a).join() !== inOrder(b).join();
}
