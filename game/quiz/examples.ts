/** Where each rule is met in a scenario, told as shortly as can be. Nothing is drawn: a rule has the same example everywhere. */
import { WRITTEN } from '../scenarios/catalogue.ts';
import { withLengths } from '../scenarios/expand.ts';
import type { Leg, Script, WrittenScenario } from '../scenarios/script.ts';
import { movesTo } from '../tcp/answers.ts';
import { ruleOf, type RuleId } from '../tcp/rules.ts';
import type { Role } from '../tcp/vocabulary.ts';
import { courseOf, extraPlaces, happeningAt, type Course, type Place } from './places.ts';
import { sceneBefore } from './scene.ts';
import type { Scene } from './vocabulary.ts';
import { asking, walk } from './walk.ts';

export type Example = {
  /** Where it comes from; null where something has been added that no scenario has, such as a call that is merely refused. */
  readonly scenario: string | null;
  /** The end at which the rule fires. */
  readonly at: Role;
  /** Its last moment is the one that the rule decides. */
  readonly scene: Scene;
};

/** An answer that the rule gives: the canonical one, but for another reading. It takes a second or so when it is first asked for. */
export function exampleOf(rule: RuleId): Example {
  for (const placesIn of SEARCHES) {
    const found = playedOnce().flatMap((played) => placesIn(played.course, rule).flatMap((place) => foundAt(played, place, rule) ?? []));
    const [first, ...others] = found;
    if (first) return others.reduce((best, one) => (one.cost < best.cost ? one : best), first).example;
  }
  throw new Error(`no example of ${rule}`);
}

/** Where every answer is the canonical one; after one that is not; where something is added to the script. */
const SEARCHES: readonly ((course: Course, rule: RuleId) => readonly Place[])[] = [
  ({ scripted }, rule) => scripted.get(rule) ?? [],
  ({ detoured }, rule) => detoured().get(rule) ?? [],
  extraPlaces,
];

type Played = Pick<WrittenScenario, 'id' | 'level'> & { readonly leg: Leg; readonly course: Course };
type Found = { readonly example: Example; readonly cost: number };

let all: readonly Played[] | null = null;

/** The catalogue, played through when it is first needed. */
function playedOnce(): readonly Played[] {
  all ??= WRITTEN.flatMap(({ id, level, siblings }) =>
    siblings.map((script) => {
      const leg = legOf(asking(script));
      return { id, level, leg, course: courseOf(leg) };
    }),
  );
  return all;
}

/** Numbers that are easy to add to, and that tell whose they are; a second connection has others. */
const NUMBERS = [
  { client: 100, server: 5_000 },
  { client: 2_100, server: 7_000 },
] as const;

function legOf(script: Script): Leg {
  return { script: withLengths(script, smallest), numbers: NUMBERS };
}

const smallest = () => 0;

function foundAt({ id, level, leg, course }: Played, place: Place, rule: RuleId): Found | null {
  const { detour, turn, at, extra } = place;
  const turns = detour ? walk(leg, detour) : course.turns;
  const happening = happeningAt(turns, place, smallest);
  const play = turns[turn]?.play;
  if (!happening || !play) return null;
  const answers = movesTo(play.endpoints[at], happening.event);
  const answer = ruleOf(rule).insteadOf ? answers.find(({ rules }) => rules.includes(rule)) : answers[0];
  if (!answer) return null;
  const { before, moments } = sceneBefore(turns, turn, at);
  const outcome = { at, segment: answer.segment, state: answer.state, lost: false };
  const scene = { before, moments: [...moments, [{ at, event: happening.event, outcome }]] };
  const isOwnMove = ruleOf(rule).next === 'same' || ruleOf(rule).next === answer.state;
  const cost = moments.length + DEARNESS.level * level + (isOwnMove ? 0 : DEARNESS.furtherMove);
  return { example: { scenario: extra ? null : id, at, scene }, cost };
}

/** In moments: what an example may be longer by, to be of an easier scenario, or to end in the state that the rule leads to. */
const DEARNESS = { level: 2, furtherMove: 20 } as const;
