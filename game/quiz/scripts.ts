/** The scripts that questions are made of, and where in each of them which rules fire: that does not hang on its numbers. */
import { LIFE, WRITTEN } from '../scenarios/catalogue.ts';
import { withLengths } from '../scenarios/expand.ts';
import { drawBetween, type Random } from '../scenarios/random.ts';
import type { Leg, ScenarioLevel, Script } from '../scenarios/script.ts';
import { courseOf, type Course } from './places.ts';
import { asking } from './walk.ts';

/** Read when it is asked for. */
export type Unread = () => Script;

export const SCRIPTS: readonly Unread[] = WRITTEN.flatMap((one) => [once(() => one.siblings[0]), once(() => one.siblings[1])]);

/** So many at each level, the same always: to draw one takes longer than to make a question of it. */
const MOST_LIVES = 32;
const LIVES = new Map<string, readonly Unread[]>();

/** A life and its sibling. */
export function drawLife(random: Random): readonly Unread[] {
  const level = drawBetween(random, 1, 3) as ScenarioLevel;
  const seed = drawBetween(random, 1, MOST_LIVES);
  const key = `${level} ${seed}`;
  const life = LIVES.get(key) ?? LIFE.draw(level, seed).map((script) => once(() => script));
  LIVES.set(key, life);
  return life;
}

function once(read: () => Script): Unread {
  let script: Script | null = null;
  return () => {
    script ??= asking(read());
    return script;
  };
}

const COURSES = new WeakMap<Script, Course>();

/** Played once, when it is asked for: all of the catalogue takes a phone a second. */
export function courseThrough(script: Script): Course {
  const known = COURSES.get(script) ?? courseOf(legWith(script, () => 0));
  COURSES.set(script, known);
  return known;
}

/** Numbers that are added in the head, and that tell at a glance whose they are. */
export function legWith(script: Script, random: Random): Leg {
  const connections = 1 + script.filter((item) => item.do === 'new-connection').length;
  const numbers = Array.from({ length: connections }, () => {
    const client = 100 * drawBetween(random, 10, 99);
    return { client, server: client + 10_000 * drawBetween(random, 2, 8) };
  });
  return { script: withLengths(script, random), numbers };
}
