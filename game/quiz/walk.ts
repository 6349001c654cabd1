/** A script played through: everything in it is a turn, and at most one answer is another than the canonical one. */
import {
  answersAt,
  beginPlay,
  nextTurn,
  resolve,
  type Done,
  type Happening,
  type Next,
  type Play,
  type ToldHappening,
} from '../scenarios/play.ts';
import type { Leg, Script } from '../scenarios/script.ts';
import type { Answer } from '../tcp/answers.ts';

/** In that turn that happening is answered so; all numbers from 0. */
export type Detour = { readonly turn: number; readonly happening: number; readonly answer: number };

export type Turn = {
  /** As the turn finds it. */
  readonly play: Play;
  /** Crashes since the turn before. */
  readonly told: readonly ToldHappening[];
  /** None once the leg is over. */
  readonly happenings: readonly Happening[];
  /** Those that stand to each of the happenings, the canonical one first. */
  readonly answers: readonly (readonly Answer[])[];
  readonly done: readonly Done[];
};

/** More than any script of the catalogue has. */
export const MOST_TURNS = 60;

/** The turns up to the end of the leg, which is one without happenings; no more than `most`. */
export function walk(leg: Leg, detour: Detour | null, most = MOST_TURNS): readonly Turn[] {
  const turns: Turn[] = [];
  let next = nextTurn(beginPlay(leg));
  while (next.happenings.length > 0 && turns.length < most) {
    const { told, happenings } = next;
    const answers = happenings.map((one) => answersAt(next.play, one));
    const { play, done } = resolve(next.play, chosen(next, answers, detour?.turn === turns.length ? detour : null));
    turns.push({ play: next.play, told, happenings, answers, done });
    next = nextTurn(play);
  }
  return turns.length < most ? [...turns, { play: next.play, told: next.told, happenings: [], answers: [], done: [] }] : turns;
}

function chosen({ happenings }: Next, answers: Turn['answers'], detour: Detour | null) {
  return happenings.flatMap(({ at }, happening) => {
    const answer = answers[happening]?.[detour?.happening === happening ? detour.answer : 0];
    return answer ? [{ at, answer }] : [];
  });
}

/** Where a script only tells, one may ask as well. */
export function asking(script: Script): Script {
  return script.map((item) => (item.do === 'tell' || item.do === 'ask' ? { do: 'wait' } : item));
}

/** The ways to leave the canonical course. */
export function detoursOf(turns: readonly Turn[]): readonly Detour[] {
  return turns.flatMap(({ answers }, turn) =>
    answers.flatMap((some, happening) => some.slice(1).map((_, n) => ({ turn, happening, answer: n + 1 }))),
  );
}
