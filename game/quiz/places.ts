/** Where in a script which rules fire. */
import type { Happening, Play } from '../scenarios/play.ts';
import type { Random } from '../scenarios/random.ts';
import type { Leg } from '../scenarios/script.ts';
import { movesTo, type Answer } from '../tcp/answers.ts';
import { ruleOf, type RuleId } from '../tcp/rules.ts';
import { ROLES, type Role, type State } from '../tcp/vocabulary.ts';
import { EXTRAS, type Extra } from './extras.ts';
import { detoursOf, walk, type Detour, type Turn } from './walk.ts';

/** Something that happens at an end. `extra`: it is none of the script. `state`: the one that it finds the end in. */
export type Place = {
  readonly detour: Detour | null;
  readonly turn: number;
  readonly at: Role;
  readonly extra: Extra | null;
  readonly state: State;
};

/** A leg played through. `scripted`: where in it a rule fires without anything added. */
export type Course = { readonly turns: readonly Turn[]; readonly scripted: ReadonlyMap<RuleId, readonly Place[]> };

export function courseOf(leg: Leg): Course {
  const turns = walk(leg, null);
  const scripted = new Map<RuleId, Place[]>();
  notePlaces(scripted, turns, null);
  for (const detour of detoursOf(turns)) notePlaces(scripted, walk(leg, detour), detour);
  return { turns, scripted };
}

/** After a detour, what comes after it. */
function notePlaces(scripted: Map<RuleId, Place[]>, turns: readonly Turn[], detour: Detour | null) {
  turns.forEach(({ play, happenings, answers }, turn) => {
    if (detour && turn <= detour.turn) return;
    happenings.forEach(({ at }, index) => {
      const place: Place = { detour, turn, at, extra: null, state: play.endpoints[at].state };
      for (const rule of rulesOf(answers[index] ?? [])) scripted.set(rule, [...(scripted.get(rule) ?? []), place]);
    });
  });
}

/** Where the rule fires if something is added, once there has been something to see. */
export function extraPlaces({ turns }: Course, rule: RuleId): readonly Place[] {
  const { on, states } = ruleOf(rule);
  const extras = EXTRAS.filter((extra) => extra.on === on);
  return turns.slice(1).flatMap(({ play }, index) =>
    ROLES.flatMap((at): Place[] => {
      const { state } = play.endpoints[at];
      const fitting = states.includes(state) ? extras : [];
      return fitting.flatMap((extra) => (canFire(play, extra, at, rule) ? [{ detour: null, turn: index + 1, at, extra, state }] : []));
    }),
  );
}

function canFire(play: Play, extra: Extra, at: Role, rule: RuleId): boolean {
  const happening = extra.happen(play, at, () => 0);
  return happening !== null && firesIn(movesTo(play.endpoints[at], happening.event), rule);
}

/** What happens at the place, in its script as it has been played with the numbers of now; null where other numbers make another story. */
export function happeningAt(turns: readonly Turn[], { turn, at, extra }: Place, random: Random): Happening | null {
  const now = turns[turn];
  if (!now) return null;
  return extra ? extra.happen(now.play, at, random) : (now.happenings.find((one) => one.at === at) ?? null);
}

/** Whether the rule is among those of the canonical answer; of a reading, whether it gives one of the others. */
export function firesIn(answers: readonly Answer[], rule: RuleId): boolean {
  return rulesOf(answers).includes(rule);
}

function rulesOf([canonical, ...others]: readonly Answer[]): readonly RuleId[] {
  const readings = others.flatMap(({ rules }) => rules).filter((id) => ruleOf(id).insteadOf !== undefined);
  return [...new Set([...(canonical?.rules ?? []), ...readings])];
}
