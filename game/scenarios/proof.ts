/** A leg played through with the canonical answers: what it asks, and that it ends. */
import type { RuleId } from '../tcp/rules.ts';
import type { Role } from '../tcp/vocabulary.ts';
import { answersAt, beginPlay, nextTurn, resolve, type Done, type Happening, type Play } from './play.ts';
import type { Leg } from './script.ts';

export type CanonicalTurn = { readonly happenings: readonly Happening[]; readonly done: readonly Done[]; readonly told: readonly Done[] };
export type CanonicalPlay = { readonly turns: readonly CanonicalTurn[]; readonly end: Play };

/** No script needs as many turns; one that does never ends. */
const MOST_TURNS = 200;

export function playCanonically(leg: Leg): CanonicalPlay {
  const turns: CanonicalTurn[] = [];
  let next = nextTurn(beginPlay(leg));
  while (next.happenings.length > 0) {
    const { play, happenings, told } = next;
    const resolved = resolve(
      play,
      happenings.map((one) => ({ at: one.at, answer: canonical(play, one) })),
    );
    turns.push({ happenings, done: resolved.done, told: told.map((one) => one.done) });
    if (turns.length > MOST_TURNS) throw new Error('a leg without end');
    next = nextTurn(resolved.play);
  }
  return { turns, end: next.play };
}

function canonical(play: Play, happening: Happening) {
  const [answer] = answersAt(play, happening);
  if (!answer) throw new Error('an event without an answer');
  return answer;
}

/** The rules that each decision of a role rests on, in the order of the leg. */
export function decisionsOf(leg: Leg, role: Role): readonly (readonly RuleId[])[] {
  return playCanonically(leg).turns.flatMap((turn) => turn.done.filter((done) => done.at === role).map((done) => done.answer.rules));
}
