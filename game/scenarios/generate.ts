/** Scenarios drawn from a seed: a whole life of a connection and a sibling of it, as scripts like any other. */
import { ROLES } from '../tcp/vocabulary.ts';
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
/** As many decisions are alike at most. */
const MOST_ALIKE = 3;

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
  const wished = drawWeighted(random, legs);
  const preferred = [wished, ...legs.filter((leg) => leg !== wished)];
  for (const passages of shuffle(random, variations(life))) {
    const siblings = siblingsWith(life, preferred, passages);
    if (siblings) return siblings;
  }
  return null;
}

/** A leg and its sibling in a variation of the life. What the lives have in common at the beginning is not played again; what is dear to ask is asked last. */
function siblingsWith(life: Life, legs: readonly Drawn[], passages: readonly Items[]): Siblings | null {
  const common = passages.findIndex((items, at) => items !== life[at]?.items);
  const other = liveThrough(life.slice(0, common), passages.slice(common));
  if (!other) return null;
  const pairs = legs.flatMap((leg) => legsOf(other, exactly(leg.met.length)).map((sibling) => ({ leg, sibling })));
  const pair = pairs.find(({ leg, sibling }) => areSiblings(leg, sibling));
  return pair && isNeeded(other, common) ? [scriptOf(pair.leg), scriptOf(pair.sibling)] : null;
}

const exactly = (count: number): Length => ({ least: count, most: count });

/** The life that goes on with those passages until it is over; null where it does not. */
function liveThrough(begun: Life, passages: readonly Items[]): Life | null {
  const life = passages.reduce<Life | null>((before, items) => before && extended(before, items), begun);
  return life && isOver(life) ? life : null;
}

/** What is asked of a life: the passages from `first` on, as far as `end`. `weight`: to ask until its end is drawn more often. */
type Drawn = {
  readonly life: Life;
  readonly first: number;
  readonly end: number;
  /** The decisions in their order: whose, and by which rules. */
  readonly met: readonly string[];
  readonly weight: number;
};

/** What is asked has a fault in it, or something simultaneous. */
function isUnusual({ life, first, end }: Drawn): boolean {
  return life.slice(first, end).some(({ items }) => items.some((item) => isFault(item) || item.do === 'both'));
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
  if (decisions < least || life.length - end > MOST_TOLD) return [];
  const done = life.slice(first, end).flatMap((passage) => passage.done);
  if (ROLES.some((role) => done.filter(({ at }) => at === role).length < LEAST_OF_A_ROLE)) return [];
  const met = done.map(({ at, answer }) => `${at} ${answer.rules.join(' ')}`);
  return isBoring(met) ? [] : [{ life, first, end, met, weight: end === life.length ? 8 : 1 }];
}

/** The same over and over, or one retransmission after the other. */
function isBoring(met: readonly string[]): boolean {
  const repeated = met.filter((one) => one.includes(' retransmit-')).length;
  return repeated > MOST_ALIKE || met.some((one) => met.filter((other) => other === one).length > MOST_ALIKE);
}

/** It settles at the end: canonical answers leave nothing to settle, but unusual ones may. */
function scriptOf({ life, first, end }: Drawn): Script {
  const before: Script = first === 0 ? [] : [{ do: 'tell' }, ...joined(life.slice(0, first)), { do: 'ask' }];
  const after: Script = end === life.length ? [] : [{ do: 'tell' }, ...joined(life.slice(end))];
  return [...withoutLastRelease([...before, ...joined(life.slice(first, end)), ...after]), { do: 'settle' }];
}

/** What is held back arrives in the end anyway: a release after which nothing is planned but faults does nothing. */
function withoutLastRelease(script: Script): Script {
  const last = script.findLastIndex((item) => !isPlan(item));
  return script[last]?.do === 'release' ? script.toSpliced(last, 1) : script;
}

/** A passage begins where nothing is under way; what only plans something would not wait for that. */
function joined(passages: Life): Items {
  return passages.flatMap(({ items }, at) => (at > 0 && items[0] && isPlan(items[0]) ? [{ do: 'wait' }, ...items] : items));
}

function isPlan(item: Item): boolean {
  return isFault(item) || item.do === 'close-at-fin';
}

/** The same rules for each role, as often, but not one after the other in the same order. */
function areSiblings(a: Drawn, b: Drawn): boolean {
  return a.met.toSorted().join() === b.met.toSorted().join() && a.met.join() !== b.met.join();
}
