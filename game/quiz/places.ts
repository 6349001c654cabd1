/** Where in a script which rules fire. */
import type { Happening } from '../scenarios/play.ts';
import type { Random } from '../scenarios/random.ts';
import type { Leg } from '../scenarios/script.ts';
import { movesTo, type Answer } from '../tcp/answers.ts';
import { ruleOf, type RuleId } from '../tcp/rules.ts';
import { ROLES, type EventType, type Role, type State } from '../tcp/vocabulary.ts';
import { EXTRAS, type Extra } from './extras.ts';
import { answersIn, detoursOf, walk, walkAside, type Detour, type Turn } from './walk.ts';

/** Something that happens at an end. `extra`: it is none of the script. `state`: the one that it finds the end in. */
export type Place = {
  readonly detour: Detour | null;
  readonly turn: number;
  readonly at: Role;
  readonly extra: Extra | null;
  readonly state: State;
};

export type Places = ReadonlyMap<RuleId, readonly Place[]>;

/** A leg played through, and where in it which rules fire. */
export type Course = {
  readonly turns: readonly Turn[];
  /** Where every answer is the canonical one. */
  readonly scripted: Places;
  /** After one that is not. Played when they are first asked for: they take as long as all else. */
  readonly detoured: () => Places;
  /** Where such an event is added in that state, once there has been something to see; found when it is first asked for. */
  readonly added: (on: EventType, state: State) => Places;
};

export function courseOf(leg: Leg): Course {
  const turns = walk(leg, null);
  const takeDetours = () => collect(detoursOf(turns).flatMap((detour) => placesIn(walkAside(turns, detour), detour)));
  const detoured = remember(takeDetours);
  const added = remember((on: EventType, state: State) => collect(addedIn(turns, on, state)));
  return { turns, scripted: collect(placesIn(turns, null)), detoured, added };
}

/** The same function, which works out once what comes of the same words. */
function remember<Words extends readonly string[], T extends object>(work: (...words: Words) => T): (...words: Words) => T {
  const known = new Map<string, T>();
  return (...words) => {
    const key = words.join(' ');
    const result = known.get(key) ?? work(...words);
    known.set(key, result);
    return result;
  };
}

type Found = { readonly place: Place; readonly rules: readonly RuleId[] };

/** After a detour, in what comes after it. */
function placesIn(turns: readonly Turn[], detour: Detour | null): readonly Found[] {
  const first = detour ? detour.turn + 1 : 0;
  return turns.slice(first).flatMap((turn, n) => {
    const answers = answersIn(turn);
    return turn.happenings.map(({ at }, index) => ({
      place: { detour, turn: first + n, at, extra: null, state: turn.play.endpoints[at].state },
      rules: rulesOf(answers[index] ?? []),
    }));
  });
}

function addedIn(turns: readonly Turn[], on: EventType, state: State): readonly Found[] {
  const extras = EXTRAS.filter((extra) => extra.on === on);
  const ends = turns.flatMap((_, turn) => ROLES.map((at) => ({ turn, at })));
  return ends.flatMap(({ turn, at }) => {
    const play = turns[turn]?.play;
    if (turn === 0 || play?.endpoints[at].state !== state) return [];
    return extras.flatMap((extra) => {
      const happening = extra.happen(play, at, () => 0);
      const rules = happening ? rulesOf(movesTo(play.endpoints[at], happening.event)) : [];
      return [{ place: { detour: null, turn, at, extra, state }, rules }];
    });
  });
}

function collect(found: readonly Found[]): Places {
  const places = new Map<RuleId, Place[]>();
  for (const { place, rules } of found) {
    for (const rule of rules) {
      const known = places.get(rule);
      if (known) known.push(place);
      else places.set(rule, [place]);
    }
  }
  return places;
}

/** Where the rule fires if something is added. */
export function extraPlaces({ added }: Course, rule: RuleId): readonly Place[] {
  const { on, states } = ruleOf(rule);
  return states.flatMap((state) => added(on, state).get(rule) ?? []);
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
