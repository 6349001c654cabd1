/** All ways through a leg: every answer that stands, in all combinations. */
import { answersAt, beginPlay, nextTurn, resolve, type Happening, type Next, type Play } from '#game/scenarios/play.ts';
import { drawOne, randomFrom } from '#game/scenarios/random.ts';
import type { Leg } from '#game/scenarios/script.ts';
import type { Answer } from '#game/tcp/answers.ts';
import type { RuleId } from '#game/tcp/rules.ts';

export const MOST_TURNS = 40;

type Choice = { readonly at: Happening['at']; readonly answer: Answer };
export type Path = { readonly end: Play; readonly rules: readonly RuleId[]; readonly turns: number; readonly cutShort: boolean };

export function everyPath(leg: Leg): Path[] {
  return pathsFrom(beginPlay(leg), [], 0);
}

function pathsFrom(play: Play, rules: readonly RuleId[], turns: number): Path[] {
  if (turns > MOST_TURNS) throw new Error('a leg without end');
  const next = nextTurn(play);
  const told = next.told.flatMap(({ done }) => done.answer.rules);
  if (next.happenings.length === 0) return [pathTo(next, [...rules, ...told], turns)];
  return choicesOf(next).flatMap((choices) => {
    const fired = choices.flatMap(({ answer }) => answer.rules);
    return pathsFrom(resolve(next.play, choices).play, [...rules, ...told, ...fired], turns + 1);
  });
}

function pathTo(next: Next, rules: readonly RuleId[], turns: number): Path {
  return { end: next.play, rules, turns, cutShort: next.cutShort !== undefined };
}

/** One answer for each happening, in all combinations. */
function choicesOf({ play, happenings }: Next): Choice[][] {
  return happenings.reduce<Choice[][]>(
    (soFar, happening) =>
      soFar.flatMap((choices) => answersAt(play, happening).map((answer) => choices.concat({ at: happening.at, answer }))),
    [[]],
  );
}

/** One of the ways, drawn. */
export function playAtRandom(leg: Leg, seed: number): Path {
  const random = randomFrom(seed);
  let next = nextTurn(beginPlay(leg));
  let turns = 0;
  for (; next.happenings.length > 0 && turns <= MOST_TURNS; turns++) {
    const { play } = next;
    const choices = next.happenings.map((one) => ({ at: one.at, answer: drawOne(random, answersAt(play, one)) }));
    next = nextTurn(resolve(play, choices).play);
  }
  return pathTo(next, [], turns);
}
