/** What the questions about rules have in common: what is asked, its picture, and choices in an order drawn. */
import { shuffle, type Random } from '../scenarios/random.ts';
import type { RuleId } from '../tcp/rules.ts';
import type { Situation } from './situations.ts';
import type { Asked, Choice, Form, Given, Key, Question, Reason, RuleKind, Scene, SceneAct } from './vocabulary.ts';

export const NOTHING_ASKED: Asked = { at: null, state: null, to: null, event: null, moves: [], lines: [], blank: null };

/** In the state in which it finds the end, this happens there. */
export function askedOf({ at, event, play }: Situation): Asked {
  return { ...NOTHING_ASKED, at, state: play.endpoints[at].state, event };
}

/** The past, and what happens now; what the end does about it is open. */
export function openScene({ scene, at, event }: Situation): Scene {
  return withAct(scene, { at, event, outcome: null });
}

/** With the right answer on it. */
export function answeredScene({ scene, at, event, answer: { segment, state } }: Situation): Scene {
  return withAct(scene, { at, event, outcome: { at, segment, state, lost: false } });
}

function withAct({ before, moments }: Scene, act: SceneAct): Scene {
  return { before, moments: [...moments, [act]] };
}

/** What is the same in all questions about a rule. */
export function questionOf(kind: RuleKind, rule: RuleId, scene: Scene | null): Pick<Question, 'kind' | 'card' | 'scene'> {
  return { kind, card: `rule:${rule}`, scene };
}

export type WrongChoice = { readonly choice: Choice; readonly reason: Reason | null };
export type Drawn = { readonly form: Form } & Pick<Key, 'right' | 'reasons'>;

/** The right choice among the wrong ones. */
export function drawChoices(right: Choice, wrong: readonly WrongChoice[], random: Random): Drawn {
  const all = shuffle(random, [{ choice: right, reason: null }, ...wrong]);
  const given: Given = { type: 'choice', index: all.findIndex(({ choice }) => choice === right) };
  return {
    form: { type: 'choose', choices: all.map(({ choice }) => choice) },
    right: given,
    reasons: all.map(({ reason }) => reason),
  };
}
