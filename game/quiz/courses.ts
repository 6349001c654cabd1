/** Whole connections, as far as a script plays them without anything added. */
import { drawOne, shuffle, type Random } from '../scenarios/random.ts';
import type { RuleId } from '../tcp/rules.ts';
import { courseThrough, legWith, SCRIPTS } from './scripts.ts';
import { walk, type Turn } from './walk.ts';

/** What is found in the played scripts in which the rule fires, in an order drawn, by the first one in which anything is. */
export function drawFrom<T>(rule: RuleId, random: Random, find: (turns: readonly Turn[]) => readonly T[]): T {
  for (const read of shuffle(random, SCRIPTS)) {
    const script = read();
    const leg = legWith(script, random);
    const found = courseThrough(script).scripted.has(rule) ? find(walk(leg, null)) : [];
    if (found.length > 0) return drawOne(random, found);
  }
  throw new Error('in no script');
}

/** The turns in which the rule is among those of an answer. */
export function turnsOf(turns: readonly Turn[], rule: RuleId): readonly number[] {
  return turns.flatMap(({ done }, turn) => (done.some(({ answer }) => answer.rules.includes(rule)) ? [turn] : []));
}
