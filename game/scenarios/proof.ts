/** A leg played through with the canonical answers: what it asks, and that it ends. */
import type { RuleId } from '../tcp/rules.ts';
import { ROLES, type Role } from '../tcp/vocabulary.ts';
import { beginPlay, nextTurn, resolve, type CutShort, type Done, type Happening, type Play, type ToldHappening } from './play.ts';
import type { Leg } from './script.ts';

export type CanonicalTurn = {
  readonly connection: number;
  readonly happenings: readonly Happening[];
  readonly done: readonly Done[];
  /** What was told before it. */
  readonly told: readonly ToldHappening[];
};
export type CanonicalPlay = {
  readonly turns: readonly CanonicalTurn[];
  /** What was told after the last turn. */
  readonly told: readonly ToldHappening[];
  readonly end: Play;
  readonly cutShort?: CutShort;
};

/** A script of the most statements needs fewer turns: more of them is an error of ours. */
const MOST_TURNS = 10_000;

export function playCanonically(leg: Leg): CanonicalPlay {
  const turns: CanonicalTurn[] = [];
  let next = nextTurn(beginPlay(leg));
  while (next.happenings.length > 0) {
    const { play, happenings, canonical, told } = next;
    const resolved = resolve(play, canonical);
    turns.push({ connection: play.connection, happenings, done: resolved.done, told });
    if (turns.length > MOST_TURNS) throw new Error('a leg without end');
    next = nextTurn(resolved.play);
  }
  return { turns, told: next.told, end: next.play, ...(next.cutShort && { cutShort: next.cutShort }) };
}

/** The rules that each decision of a role rests on, in the order of the leg. */
export function decisionsOf(leg: Leg, role: Role): readonly (readonly RuleId[])[] {
  return playCanonically(leg).turns.flatMap((turn) => turn.done.filter((done) => done.at === role).map((done) => done.answer.rules));
}

/** The rules that a leg asks about, each once, in the order in which they are met. */
export function rulesTaught(leg: Leg): readonly RuleId[] {
  return [...new Set(playCanonically(leg).turns.flatMap(({ done }) => done.flatMap(({ answer }) => answer.rules)))];
}

/** The decisions of a role as the lists of their rules, in an order of their own. */
function rulesMet(leg: Leg, role: Role): readonly string[] {
  return decisionsOf(leg, role)
    .map((rules) => rules.join(' '))
    .sort();
}

/** Whether two legs can be those of one match: each role meets the same rules in both, as often. */
export function areSiblings(a: Leg, b: Leg): boolean {
  return differencesOf(a, b).length === 0;
}

/** The decisions that only one of two legs has, or has more often: "server established-fin". */
export function differencesOf(a: Leg, b: Leg): readonly string[] {
  return ROLES.flatMap((role) => {
    const [inA, inB] = [rulesMet(a, role), rulesMet(b, role)];
    return [...without(inA, inB), ...without(inB, inA)].map((rules) => `${role} ${rules}`);
  });
}

/** What is left of a list when each of the others has taken one like itself. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  return others.reduce((left, other) => (left.includes(other) ? left.toSpliced(left.indexOf(other), 1) : left), list);
}
