/** Scenarios drawn from a seed: a whole life of a connection and a sibling of it, as scripts like any other. */
import { ROLES, type Role } from '../tcp/vocabulary.ts';
import { drawLife } from './generator/life.ts';
import { isFault, liveThrough, type Items, type Life } from './generator/passages.ts';
import { variations } from './generator/variations.ts';
import { randomFrom, shuffle, type Random } from './random.ts';
import type { Item, ScenarioLevel, Script, Siblings } from './script.ts';

/** How many decisions a leg has: the later part of the life; what comes before is told. */
export type Length = { readonly least: number; readonly most: number };
export const MATCH_LENGTH: Length = { least: 8, most: 12 };

/** No seed needs as many. */
const MOST_DRAWS = 1_000;
/** Passages that are told before anybody is asked: a page of events is not read. */
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
  const leg = life && legOf(life, length);
  if (!leg || (level > 1 && !isUnusual(leg))) return null;
  for (const passages of shuffle(random, variations(life))) {
    const other = liveThrough(passages);
    const sibling = other && legOf(other, { least: leg.decisions, most: leg.decisions });
    if (sibling && areSiblings(leg, sibling)) return [leg.script, sibling.script];
  }
  return null;
}

type Drawn = { readonly script: Script; readonly decisions: number; readonly asked: Life };

/** What is asked has a fault in it, or something simultaneous. */
function isUnusual({ asked }: Drawn): boolean {
  return asked.some(({ items }) => items.some((item) => isFault(item) || item.do === 'both'));
}

/** As much of the end of the life as fits is asked; null where that is not enough, or where too much would be told. */
function legOf(life: Life, { least, most }: Length): Drawn | null {
  const decisionsFrom = (first: number) => life.slice(first).reduce((sum, { done }) => sum + done.length, 0);
  const first = life.findIndex((_, index) => decisionsFrom(index) <= most);
  const asked = life.slice(first);
  const isEnough =
    first >= 0 &&
    first <= MOST_TOLD &&
    decisionsFrom(first) >= least &&
    ROLES.every((role) => rulesOf(asked, role).length >= LEAST_OF_A_ROLE);
  return isEnough ? { script: scriptOf(life, first), decisions: decisionsFrom(first), asked } : null;
}

/** It settles at the end: canonical answers leave nothing to settle, but unusual ones may. */
function scriptOf(life: Life, first: number): Script {
  const told: Script = first === 0 ? [] : [{ do: 'tell' }, ...joined(life.slice(0, first)), { do: 'ask' }];
  return [...told, ...joined(life.slice(first)), { do: 'settle' }];
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
