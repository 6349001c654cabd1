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

export type Places = ReadonlyMap<RuleId, readonly Place[]>;

/** A leg played through: where in it which rules fire, where every answer is the canonical one, and after one that is not. */
export type Course = { readonly turns: readonly Turn[]; readonly scripted: Places; readonly detoured: () => Places };

/** Detours are played when they are first asked for: they take as long as all else. */
export function courseOf(leg: Leg): Course {
  const turns = walk(leg, null);
  let detoured: Places | null = null;
  const takeDetours = () => collect(detoursOf(turns).flatMap((detour) => placesIn(walk(leg, detour), detour)));
  return { turns, scripted: collect(placesIn(turns, null)), detoured: () => (detoured ??= takeDetours()) };
}

type Found = { readonly place: Place; readonly rules: readonly RuleId[] };

/** After a detour, in what comes after it. */
function placesIn(turns: readonly Turn[], detour: Detour | null): readonly Found[] {
  return turns.flatMap(({ play, happenings, answers }, turn) =>
    detour && turn <= detour.turn
      ? []
      : happenings.map(({ at }, index) => ({
          place: { detour, turn, at, extra: null, state: play.endpoints[at].state },
          rules: rulesOf(answers[index] ?? []),
        })),
  );
}

function collect(found: readonly Found[]): Places {
  const places = new Map<RuleId, Place[]>();
  for (const { place, rules } of found) {
    for (const rule of rules) places.set(rule, [...(places.get(rule) ?? []), place]);
  }
  return places;
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
