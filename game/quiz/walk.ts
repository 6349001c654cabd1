/** A script played through: everything in it is a turn, and at most one answer is another than the canonical one. */
import {
  answersAt,
  beginPlay,
  nextTurn,
  resolve,
  type Done,
  type Given,
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
  readonly done: readonly Done[];
};

/** More than any script of the catalogue has. */
export const MOST_TURNS = 60;

/** The turns up to the end of the leg, which is one without happenings; no more than `most`. */
export function walk(leg: Leg, detour: Detour | null, most = MOST_TURNS): readonly Turn[] {
  return walkOn([], nextTurn(beginPlay(leg)), detour, most);
}

/** The same leg with a detour: what comes before it is not played again. */
export function walkAside(turns: readonly Turn[], detour: Detour): readonly Turn[] {
  const left = turns[detour.turn];
  if (!left) throw new Error('a detour from nowhere');
  return walkOn(turns.slice(0, detour.turn), { ...left, canonical: left.done }, detour, MOST_TURNS);
}

function walkOn(begun: readonly Turn[], now: Next, detour: Detour | null, most: number): readonly Turn[] {
  const turns = [...begun];
  let next = now;
  while (next.happenings.length > 0 && turns.length < most) {
    const { play, done } = resolve(next.play, detour?.turn === turns.length ? answeredOtherwise(next, detour) : next.canonical);
    turns.push({ play: next.play, told: next.told, happenings: next.happenings, done });
    next = nextTurn(play);
  }
  return turns.length < most ? [...turns, { play: next.play, told: next.told, happenings: [], done: [] }] : turns;
}

function answeredOtherwise({ play, happenings, canonical }: Next, detour: Detour): readonly Given[] {
  const happening = happenings[detour.happening];
  const answer = happening && answersAt(play, happening)[detour.answer];
  return answer ? canonical.with(detour.happening, { at: happening.at, answer }) : canonical;
}

/** Those that stand to each of the happenings, the canonical one first. */
export function answersIn({ play, happenings }: Turn): readonly (readonly Answer[])[] {
  return happenings.map((one) => answersAt(play, one));
}

/** Where a script only tells, one may ask as well. */
export function asking(script: Script): Script {
  return script.map((item) => (item.do === 'tell' || item.do === 'ask' ? { do: 'wait' } : item));
}

/** The ways to leave the canonical course. */
export function detoursOf(turns: readonly Turn[]): readonly Detour[] {
  return turns.flatMap((one, turn) =>
    answersIn(one).flatMap((some, happening) => some.slice(1).map((_, n) => ({ turn, happening, answer: n + 1 }))),
  );
}
